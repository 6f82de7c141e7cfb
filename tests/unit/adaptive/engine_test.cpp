// SPDX-License-Identifier: Apache-2.0
#include "adaptive/engine.hpp"

#include "adaptive/degradation.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/synthetic_bank.hpp"

#include <set>

using namespace preau;
using adaptive::Algorithm;
using adaptive::Engine;
using adaptive::NoQuestion;
using adaptive::TestState;

namespace {

void answer(const Engine& engine, TestState& test, std::size_t item, bool correct) {
    const auto& known = engine.bank().items.at(item);
    engine.count(test, item, {known.discriminant, known.difficulty, correct});
}

bool guess(SplitMix64& random) { return random.uniform() < 0.6; }

// The items asked until the end.
std::vector<std::size_t> sat(const Engine& engine, std::uint64_t seed) {
    auto test = engine.begin(seed);
    SplitMix64 random(seed);
    while (const auto pick = engine.choose(test, {}))
        answer(engine, test, pick->item, guess(random));
    return test.items;
}

}  // namespace

TEST_CASE("engine: too many answers are a mistake, a full test is over, an empty pack lacks all") {
    for (const auto algorithm : {Algorithm::pix_flash_v3, Algorithm::room}) {
        auto version = test::small_version(algorithm);
        version.configuration.maximum_assessment_length = 2;
        const auto items = test::synthetic_bank(64, 1);
        const Engine engine(items, version);
        auto test = engine.begin(1);
        answer(engine, test, 0, true);
        answer(engine, test, 21, true);
        CHECK(engine.choose(test, {}).error() == NoQuestion::test_complete);
        answer(engine, test, 42, true);
        CHECK(engine.choose(test, {}).error() == NoQuestion::too_many_answers);
        const Engine empty({}, version);
        CHECK(empty.choose(empty.begin(1), {}).error() == NoQuestion::lack_of_questions);
    }
}

TEST_CASE("engine: pix chooses and measures with the bits of the functions it was built on") {
    const auto items = test::synthetic_bank(320, 2);
    const auto version = test::small_version(Algorithm::pix_flash_v3);
    const Engine engine(items, version);
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        auto test = engine.begin(seed);
        adaptive::CapacityEstimator plain(-3.0, 0.5);
        std::vector<std::size_t> asked;
        SplitMix64 answers(seed);
        while (true) {
            SplitMix64 random(seed + asked.size());
            const auto expected = adaptive::choose_next(items, asked, plain.estimate().capacity,
                                                        version.configuration, random);
            const auto pick = engine.choose(test, {});
            REQUIRE(pick.has_value() == expected.has_value());
            if (!pick) break;
            REQUIRE(pick->item == expected->item);
            REQUIRE(pick->rank == expected->rank);
            const bool correct = guess(answers);
            answer(engine, test, pick->item, correct);
            plain.add({items[pick->item].discriminant, items[pick->item].difficulty, correct});
            asked.push_back(pick->item);
            REQUIRE(test.estimate == plain.estimate());
        }
        CHECK(asked.size() == 32);
    }
}

TEST_CASE("engine: pix simulates the questions of who gave up as before") {
    const auto items = test::synthetic_bank(320, 3);
    const auto version = test::small_version(Algorithm::pix_flash_v3);
    const Engine engine(items, version);
    auto test = engine.begin(5);
    adaptive::Answered answered;
    SplitMix64 random(5);
    for (int n = 0; n < 22; ++n) {
        const auto item = engine.choose(test, {})->item;
        const bool correct = guess(random);
        answered.items.push_back(item);
        answered.responses.push_back({items[item].discriminant, items[item].difficulty, correct});
        answer(engine, test, item, correct);
    }
    const auto skips =
        adaptive::simulate_skips(items, answered, test.estimate.capacity, version.configuration);
    const auto whole = engine.skip_missing(test);
    REQUIRE(whole.items.size() == 22 + skips.size());
    CHECK(whole.estimate == skips.back().estimate);
}

TEST_CASE("engine: the room engine skips the missing questions, and that never raises") {
    const Engine engine(test::synthetic_bank(320, 3), test::small_version(Algorithm::room));
    auto test = engine.begin(5);
    for (int n = 0; n < 22; ++n) answer(engine, test, engine.choose(test, {})->item, n % 3 != 0);
    const auto whole = engine.skip_missing(test);
    CHECK(whole.items.size() == 32);
    CHECK(whole.estimate.capacity < test.estimate.capacity);
}

TEST_CASE("engine: a skill that a report excludes is not asked, by either engine") {
    for (const auto algorithm : {Algorithm::pix_flash_v3, Algorithm::room}) {
        auto items = test::synthetic_bank(320, 4);
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) items[i + 1].skill = items[i].skill;
        const Engine engine(items, test::small_version(algorithm));
        auto test = engine.begin(9);
        const auto first = engine.choose(test, {})->item;
        engine.exclude(test, first);
        std::set<std::string> skills;
        while (const auto pick = engine.choose(test, {})) {
            CHECK(items[pick->item].skill != items[first].skill);
            answer(engine, test, pick->item, true);
        }
        CHECK(test.items.size() == 32);
    }
}

TEST_CASE("engine: the same seed gives the same test, and a copied state asks the same again") {
    for (const auto algorithm : {Algorithm::pix_flash_v3, Algorithm::room}) {
        const auto items = test::synthetic_bank(320, 5);
        const Engine engine(items, test::small_version(algorithm));
        const Engine again(items, test::small_version(algorithm));
        CHECK(sat(engine, 17) == sat(again, 17));
        CHECK(sat(engine, 17) != sat(engine, 18));
        auto test = engine.begin(17);
        const auto copy = test;
        const auto pick = engine.choose(test, {});
        CHECK(engine.choose(copy, {})->item == pick->item);
        CHECK(engine.choose(test, {})->item == pick->item);
    }
}

TEST_CASE("engine: the room engine asks two of each competence, none of a tube twice, none near") {
    const auto items = test::synthetic_bank(320, 6);
    const Engine engine(items, test::small_version(Algorithm::room));
    std::set<std::string> firsts;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto asked = sat(engine, seed);
        REQUIRE(asked.size() == 32);
        std::multiset<std::string> competences;
        std::set<std::string> tubes;
        for (std::size_t n = 0; n < asked.size(); ++n) {
            const auto& item = items[asked[n]];
            competences.insert(item.competence);
            CHECK(tubes.insert(item.tube).second);
            for (std::size_t before = n - std::min<std::size_t>(n, 2); before < n; ++before)
                CHECK(items[asked[before]].competence != item.competence);
        }
        for (const auto& code : engine.bank().competences) CHECK(competences.count(code) == 2);
        firsts.insert(items[asked.front()].id);
    }
    CHECK(firsts.size() > 10);
}

TEST_CASE("engine: a competence without questions left gives its turn to the others") {
    auto items = test::synthetic_bank(320, 7);
    std::erase_if(items, [](const adaptive::Item& item) {
        return item.competence == "03" && item.id != "3";
    });
    const Engine engine(items, test::small_version(Algorithm::room));
    const auto asked = sat(engine, 3);
    CHECK(asked.size() == 32);
    CHECK(std::set<std::size_t>(asked.begin(), asked.end()).size() == 32);
}

TEST_CASE("engine: a question that the room met as often as allowed waits for another turn") {
    const auto items = test::synthetic_bank(320, 8);
    const Engine engine(items, test::small_version(Algorithm::room));
    const auto test = engine.begin(1);
    const auto first = engine.choose(test, {})->item;
    std::vector<std::uint32_t> asked(items.size(), 0);
    asked[first] = 20;
    CHECK(engine.choose(test, {asked, 24})->item != first);
    asked.assign(items.size(), 20);  // everything is: the best again
    CHECK(engine.choose(test, {asked, 24})->item == first);
}

TEST_CASE("engine: the room engine's report holds sixteen levels within their intervals") {
    const auto items = test::synthetic_bank(640, 9);
    const Engine engine(items, test::small_version(Algorithm::room));
    auto test = engine.begin(2);
    SplitMix64 random(2);
    while (const auto pick = engine.choose(test, {}))
        answer(engine, test, pick->item, guess(random));
    const auto report = engine.report(test);
    REQUIRE(report.competences.size() == 16);
    bool differ = false;
    for (const auto& competence : report.competences) {
        CHECK(competence.level_low <= competence.level);
        CHECK(competence.level <= competence.level_high);
        REQUIRE(competence.ability.has_value());
        differ |= competence.ability->mean != report.competences.front().ability->mean;
    }
    CHECK(differ);
    CHECK(std::abs(report.capacity - report.running.capacity) < 0.5);
    CHECK(report.standard_error > 0.1);
    CHECK(report.standard_error < 0.6);
}
