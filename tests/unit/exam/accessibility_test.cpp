// SPDX-License-Identifier: Apache-2.0
#include "exam/next_question.hpp"
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

#include <algorithm>
#include <set>

using namespace preau;

namespace {

/// Of the six questions on each competence, only so many are accessible.
exam::Content content_with(int accessible, adaptive::Algorithm algorithm) {
    auto content = test::small_content();
    content.version.algorithm = algorithm;
    std::map<std::string, int> seen;
    for (std::size_t i = 0; i < content.items.size(); ++i)
        content.conducts.at(i).accessible = ++seen[content.items[i].competence] <= accessible;
    content.prepare();
    return content;
}

exam::Candidate candidate(bool adjusted) {
    exam::Candidate candidate;
    candidate.enrolment = test::enrolment(1);
    candidate.enrolment.accessibility_adjustment = adjusted;
    candidate.seed = 7;
    return candidate;
}

/// Every question that the rules ask somebody who answers them all.
std::vector<std::string> asked(exam::Candidate candidate, const exam::Content& content) {
    std::vector<std::string> items;
    while (const auto next = exam::choose_question({}, candidate, content)) {
        items.push_back(next->item);
        candidate.questions.push_back({.number = next->number,
                                       .item = next->item,
                                       .discriminant = next->discriminant,
                                       .difficulty = next->difficulty,
                                       .rank = next->rank,
                                       .asked = {}});
        candidate.questions.back().answer = exam::judge(candidate, "1", {}, content);
    }
    return items;
}

auto inaccessible(const std::vector<std::string>& items, const exam::Content& content) {
    return std::ranges::count_if(
        items, [&](const std::string& item) { return !content.conduct_of(item).accessible; });
}

constexpr auto kEngines = {adaptive::Algorithm::pix_flash_v3, adaptive::Algorithm::room};

}  // namespace

TEST_CASE("accessibility: an adjusted candidate is asked accessible questions only") {
    for (const auto engine : kEngines) {
        const auto content = content_with(3, engine);
        const auto items = asked(candidate(true), content);
        CHECK(items.size() == 32);
        CHECK(inaccessible(items, content) == 0);
    }
}

TEST_CASE("accessibility: everybody else is asked the others too") {
    for (const auto engine : kEngines) {
        const auto content = content_with(3, engine);
        CHECK(inaccessible(asked(candidate(false), content), content) > 0);
    }
}

TEST_CASE("accessibility: a pack short of accessible questions cuts nobody's test short") {
    for (const auto engine : kEngines) {
        const auto content = content_with(1, engine);
        const auto items = asked(candidate(true), content);
        CHECK(std::set(items.begin(), items.end()).size() == 32);
        CHECK(inaccessible(items, content) == 16);
    }
}
