// SPDX-License-Identifier: Apache-2.0
// The demo pack as the project ships it: good as a source, and able to carry whole tests of
// candidates of every ability.
#include "adaptive/capacity.hpp"
#include "adaptive/selection.hpp"
#include "answers/examine.hpp"
#include "authoring/compile.hpp"
#include "base/random.hpp"
#include "pack/open.hpp"
#include "pack/words.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <map>
#include <set>

using namespace preau;

namespace {

pack::Pack demo_pack() {
    const auto source = authoring::read_source("sync/packs/demo");
    if (!source)
        for (const auto& problem : source.error()) UNSCOPED_INFO(problem.text());
    REQUIRE(source);
    const auto key = seal::SigningKey::from_seed({7});
    const test::TempDir folder;
    REQUIRE(authoring::write_pack(authoring::compile(*source, key), folder.path()));
    auto pack = pack::open(folder.path(), key.public_key());
    REQUIRE(pack);
    return std::move(*pack);
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

TEST_CASE("The demo pack has at least six questions and four tubes in each competence") {
    const auto pack = demo_pack();
    CHECK(pack.questions.size() >= 96);
    std::map<std::string, std::set<std::string>> questions, tubes;
    for (const auto& item : pack.items) {
        questions[item.competence].insert(item.id);
        tubes[item.competence].insert(item.tube);
    }
    for (const auto code : pack::kCompetences) {
        CAPTURE(code);
        CHECK(questions[std::string(code)].size() >= 6);
        CHECK(tubes[std::string(code)].size() >= 4);
    }
}

TEST_CASE("Every solution of the demo pack is counted right, and no skipped answer is") {
    const auto pack = demo_pack();
    for (std::size_t i = 0; i < pack.keys.size(); ++i) {
        CAPTURE(pack.items[i].id);
        for (const auto& solution : pack.keys[i].solutions)
            CHECK(answers::examine(pack.keys[i], solution, {}) == answers::Status::ok);
        CHECK(answers::examine(pack.keys[i], answers::kSkipped, {}) == answers::Status::aband);
        CHECK(answers::examine(pack.keys[i], "", {}) == answers::Status::ko);
    }
}

TEST_CASE("A test of 32 questions on 16 competences and 32 tubes fits every candidate") {
    const auto pack = demo_pack();
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
