// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"
#include "support/catch.hpp"
#include "tool/verdict.hpp"

#include <fmt/format.h>

using namespace preau;
using namespace preau::tool;

namespace {

SavedAnswer answer(std::int64_t candidate, std::int64_t number) {
    return {candidate,
            number,
            "1.1-a",
            "2",
            fmt::format("{:032x}", candidate * 100 + number),
            candidate * 1000 + number,
            fmt::format("{:064x}", candidate * 100 + number)};
}

std::vector<SavedAnswer> answers() {
    return {answer(1, 1), answer(1, 2), answer(2, 1), answer(2, 2)};
}

Verdict good_verdict() {
    Verdict verdict;
    verdict.candidates = 40;
    verdict.finished = 40;
    verdict.acknowledged = 1280;
    verdict.is_bundle_verified = true;
    verdict.is_accepted = true;
    return verdict;
}

}  // namespace

TEST_CASE("An acknowledged answer that the platform does not hold is lost") {
    auto stored = answers();
    stored.erase(stored.begin() + 2);
    CHECK(compare(answers(), stored) == Comparison{.lost = 1});
}

TEST_CASE("An answer stored otherwise than it was acknowledged is lost, in every field") {
    const auto change = GENERATE(
        as<void (*)(SavedAnswer&)>{}, [](SavedAnswer& a) { a.candidate = 3; },
        [](SavedAnswer& a) { a.number = 3; }, [](SavedAnswer& a) { a.item = "1.1-b"; },
        [](SavedAnswer& a) { a.value = "1"; }, [](SavedAnswer& a) { a.command[0] = 'f'; },
        [](SavedAnswer& a) { a.sequence = 7; }, [](SavedAnswer& a) { a.leaf[0] = 'f'; });
    auto stored = answers();
    change(stored.front());
    CHECK(compare(answers(), stored).lost == 1);
}

TEST_CASE("An answer stored twice is doubled") {
    auto stored = answers();
    stored.push_back(stored.front());
    stored.back().sequence += 1;
    CHECK(compare(answers(), stored) == Comparison{.doubled = 1, .unaccounted = 1});
}

TEST_CASE("An answer that nobody was told about is seen") {
    auto stored = answers();
    stored.push_back(answer(2, 3));
    CHECK(compare(answers(), stored) == Comparison{.unaccounted = 1});
}

TEST_CASE("The same answers in another order are the same") {
    auto stored = answers();
    std::swap(stored.front(), stored.back());
    CHECK(compare(answers(), stored) == Comparison{});
}

TEST_CASE("A rehearsal's line says what is not so, and the verdict is bad") {
    auto verdict = good_verdict();
    SECTION("a lost answer") { verdict.answers.lost = 1; }
    SECTION("a doubled answer") { verdict.answers.doubled = 1; }
    SECTION("an answer that nobody was told about") { verdict.answers.unaccounted = 1; }
    SECTION("an unfinished candidate") { verdict.finished = 39; }
    SECTION("a bundle that does not verify") { verdict.is_bundle_verified = false; }
    SECTION("no receipt of the platform") { verdict.is_accepted = false; }
    CHECK_FALSE(verdict.is_good());
    CHECK(verdict.line() != good_verdict().line());
}

TEST_CASE("A rehearsal in which nobody answered proves nothing") {
    auto verdict = good_verdict();
    verdict.acknowledged = 0;
    CHECK_FALSE(verdict.is_good());
}

TEST_CASE("A good rehearsal ends with the line that scripts read") {
    CHECK(good_verdict().is_good());
    CHECK(good_verdict().line() ==
          "rehearsal: 40/40 finished, 1280 answers acknowledged, 0 lost, bundle verified, central "
          "accepted");
}

TEST_CASE("The platform's list of answers is read strictly") {
    const auto read = [](const char* text) { return read_answers(*json::read(text)); };
    CHECK_FALSE(read(R"({})"));
    CHECK_FALSE(read(R"([{"candidate":1}])"));
    const auto good = read(
        R"([{"candidate":1,"number":2,"item":"i","value":"v","command":"c","seq":3,"leaf":"l"}])");
    REQUIRE(good);
    CHECK(*good == std::vector<SavedAnswer>{{1, 2, "i", "v", "c", 3, "l"}});
}
