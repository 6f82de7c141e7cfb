// SPDX-License-Identifier: Apache-2.0
// The packs as the project ships them: good as sources, and the certification bank able to carry
// whole tests of candidates of every ability.
#include "adaptive/capacity.hpp"
#include "adaptive/selection.hpp"
#include "answers/examine.hpp"
#include "base/random.hpp"
#include "json/write.hpp"
#include "pack/words.hpp"
#include "support/catch.hpp"
#include "unit/authoring/sealed_pack.hpp"

#include <map>
#include <set>

using namespace preau;

namespace {

pack::Pack compiled(const std::string& folder_of_source) {
    const auto source = authoring::read_source(folder_of_source);
    if (!source)
        for (const auto& problem : source.error()) UNSCOPED_INFO(problem.text());
    REQUIRE(source);
    return test::opened(*source);
}

pack::Pack bank() { return compiled("sync/packs/bank"); }

/// A value that the form of the question sends, made of one right answer of each field.
std::string right_value(const answers::Key& key, const pack::Question& question) {
    if (question.fields.empty()) return key.solutions.front();
    json::Object object;
    for (std::size_t i = 0; i < question.fields.size(); ++i)
        object.push_back({question.fields[i].name, key.kind == answers::Kind::qrocm_ind
                                                       ? key.fields.at(i).accepted.front()
                                                       : key.groups.at(i).front()});
    return json::write(object);
}

/// Indices asked to a candidate who is right whenever the question is easier than `ability`.
std::vector<std::size_t> sit(const pack::Pack& pack, double ability, std::uint64_t seed) {
    const auto& configuration = pack.certification_version.configuration;
    SplitMix64 random(seed);
    std::vector<std::size_t> asked;
    std::vector<adaptive::Response> responses;
    double capacity = configuration.default_candidate_capacity;
    for (;;) {
        const auto pick = adaptive::choose_next(pack.items, asked, capacity, configuration, random);
        if (!pick) return asked;
        const auto& item = pack.items.at(pick->item);
        asked.push_back(pick->item);
        responses.push_back({item.discriminant, item.difficulty, item.difficulty < ability});
        capacity = adaptive::estimate(responses, configuration.default_candidate_capacity,
                                      configuration.variation_percent)
                       .capacity;
    }
}

}  // namespace

TEST_CASE("The bank has at least eighteen questions and five tubes in each competence") {
    const auto pack = bank();
    std::map<std::string, std::set<std::string>> questions, tubes;
    for (const auto& item : pack.items) {
        questions[item.competence].insert(item.id);
        tubes[item.competence].insert(item.tube);
    }
    for (const auto code : pack::kCompetences) {
        CAPTURE(code);
        CHECK(questions[std::string(code)].size() >= 18);
        CHECK(tubes[std::string(code)].size() >= 5);
    }
}

TEST_CASE("Every solution of the packs is counted right, and no skipped answer is") {
    for (const auto* folder : {"sync/packs/bank", "sync/packs/practice"}) {
        const auto pack = compiled(folder);
        for (std::size_t i = 0; i < pack.keys.size(); ++i) {
            const auto& key = pack.keys[i];
            CAPTURE(pack.items[i].id);
            for (const auto& solution : key.solutions)
                CHECK(answers::examine(key, solution, {}) == answers::Status::ok);
            const auto value = right_value(key, pack.questions[i]);
            CHECK(answers::examine(key, value, {}) == answers::Status::ok);
            CHECK(answers::examine(key, answers::kSkipped, {}) == answers::Status::aband);
            CHECK(answers::examine(key, "", {}) == answers::Status::ko);
        }
    }
}

TEST_CASE("The practice pack has 64 questions on 11 competences, and none of the bank's") {
    const auto practice = compiled("sync/packs/practice");
    CHECK(practice.questions.size() == 64);
    std::set<std::string> competences, wordings;
    for (const auto& item : practice.items) competences.insert(item.competence);
    CHECK(competences.size() == 11);
    for (const auto& question : bank().questions) wordings.insert(question.french.instruction_html);
    for (const auto& question : practice.questions)
        CHECK_FALSE(wordings.contains(question.french.instruction_html));
}

TEST_CASE("A test of 32 questions on 16 competences and 32 tubes fits every candidate") {
    const auto pack = bank();
    for (const double ability : {-9.0, -3.0, -1.0, 0.0, 1.0, 3.0, 9.0}) {
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            CAPTURE(ability, seed);
            const auto asked = sit(pack, ability, seed);
            CHECK(asked.size() == 32);
            std::set<std::string> competences, tubes;
            for (const auto index : asked) {
                competences.insert(pack.items.at(index).competence);
                tubes.insert(pack.items.at(index).tube);
            }
            CHECK(competences.size() == 16);
            CHECK(tubes.size() == 32);
        }
    }
}
