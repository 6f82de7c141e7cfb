// SPDX-License-Identifier: Apache-2.0
#include "adaptive/selection.hpp"

#include "adaptive/degradation.hpp"
#include "adaptive/selection_rules.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/known_items.hpp"

#include <map>

using namespace preau;
using adaptive::Configuration;
using adaptive::Indices;
using adaptive::Item;
using adaptive::NoQuestion;
using adaptive::Pool;
using test::Known;

namespace {

constexpr Configuration kFree{.maximum_assessment_length = 1000,
                              .challenges_between_same_competence = 0,
                              .limit_to_one_question_per_tube = false,
                              .enable_passage_by_all_competences = false,
                              .variation_percent = 0.0,
                              .default_candidate_capacity = 0.0,
                              .default_probability_to_pick_challenge = 51.0};

std::vector<Item> sixteen_competences() {
    std::vector<Item> items;
    for (int i = 0; i < 96; ++i) {
        const auto competence = std::to_string(i % 16);
        const auto name = std::to_string(i);
        items.push_back({.id = name,
                         .competence = competence,
                         .tube = "tube" + name,
                         .skill = "skill" + name,
                         .discriminant = 0.6 + 0.01 * i,
                         .difficulty = -3.0 + 0.07 * i});
    }
    return items;
}

// Place in rules_of's list.
std::size_t rule_index(const std::string& name) {
    const std::vector<std::string> names = {"one-question-per-tube", "non-answered-skills",
                                            "passage-by-all-competences",
                                            "challenges-between-same-competence"};
    INFO("a rule that this test does not know: " << name);
    const auto found = std::ranges::find(names, name);
    REQUIRE(found != names.end());
    return static_cast<std::size_t>(found - names.begin());
}

void check_rule(Known known) {
    const auto rule = rule_index(known.text("rule"));
    INFO("rule " << known.text("rule"));
    Configuration configuration;
    configuration.challenges_between_same_competence = known.integer("param", 2);
    const auto items = test::items_of(known);
    const auto answered = test::indices_of(items, known.texts("answers"));
    const Pool pool{items, answered};
    const auto rules = adaptive::rules_of(pool, configuration);
    CHECK(rules.at(rule).is_active == known.flag("applicable", true));
    if (known.has("result")) {
        const auto kept = rules.at(rule).keep(adaptive::every_item(pool));
        CHECK(test::ids_of(items, kept) == known.texts("result"));
    }
    known.ignore("applicable_if");
    known.complete();
}

adaptive::Rule rule_named(const std::string& name, const std::vector<std::string>& items) {
    if (name == "inactive") return {false, [](const Indices&) { return Indices{}; }};
    const std::string remove = "remove ";
    INFO("a rule that this test does not know: " << name);
    REQUIRE(name.starts_with(remove));
    const auto removed = name.substr(remove.size());
    return {true, [items, removed](const Indices& eligible) {
                Indices kept;
                for (const auto index : eligible)
                    if (items.at(index) != removed) kept.push_back(index);
                return kept;
            }};
}

void check_engine(Known known) {
    const auto items = known.texts("items");
    std::vector<adaptive::Rule> rules;
    for (const auto& name : known.texts("rules")) rules.push_back(rule_named(name, items));
    Indices all;
    for (std::size_t i = 0; i < items.size(); ++i) all.push_back(i);
    std::vector<std::string> kept;
    for (const auto index : adaptive::apply_rules(rules, all)) kept.push_back(items.at(index));
    CHECK(kept == known.texts("result"));
    known.complete();
}

NoQuestion end_meant_by(const std::string& expected) {
    INFO("an end that this test does not know: " << expected);
    if (expected.starts_with("no next challenge")) return NoQuestion::test_complete;
    if (expected.starts_with("RangeError")) return NoQuestion::too_many_answers;
    REQUIRE(expected.starts_with("AssessmentLackOfChallengesError"));
    return NoQuestion::lack_of_questions;
}

void check_end(Known known) {
    auto configuration = kFree;
    configuration.maximum_assessment_length = known.integer("maximumAssessmentLength");
    const auto answers = static_cast<std::size_t>(known.integer("numberOfAnswers"));
    const auto eligible = static_cast<std::size_t>(known.integer("eligibleItems", 1));
    std::vector<Item> items(answers + eligible);
    Indices answered;
    for (std::size_t i = 0; i < items.size(); ++i) items[i].skill = std::to_string(i);
    for (std::size_t i = 0; i < answers; ++i) answered.push_back(i);
    const auto best = adaptive::best_next(items, answered, 0.0, configuration);
    REQUIRE(!best.has_value());
    CHECK(best.error() == end_meant_by(known.text("expected")));
    known.complete();
}

void check_best_five(Known known) {
    const auto items = test::items_of(known);
    const auto answered = test::indices_of(items, known.texts("answers"));
    const auto best = adaptive::best_next(items, answered, known.number("capacity"), kFree);
    REQUIRE(best.has_value());
    CHECK(test::ids_of(items, *best) == known.texts("result"));
    known.complete();
}

void check_picking(Known known) {
    const auto possible = known.list("possible");
    const double probability = known.number("probability");
    INFO("only a certain draw has a known answer");
    REQUIRE((probability == 0.0 || probability == 100.0));
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        SplitMix64 random(seed);
        CHECK(adaptive::draw_rank(possible.size(), probability, random) ==
              static_cast<std::size_t>(known.integer("picked_index")));
    }
    known.complete();
}

void check_degradation(Known known) {
    const auto configuration = test::configuration_of(known.object("config"));
    const auto items = test::items_of(known);
    adaptive::Answered answered;
    for (auto& answer : known.list("answers")) {
        answered.items.push_back(test::index_of(items, answer.text("challengeId")));
        answered.responses.push_back(
            test::response_to(items.at(answered.items.back()), answer.text("result", "ok")));
        answer.complete();
    }
    const auto skips =
        adaptive::simulate_skips(items, answered, known.number("initialCapacity"), configuration);
    REQUIRE(!skips.empty());
    const std::string below = "degraded capacity < ";
    const auto expected = known.text("expected");
    INFO("a property that this test does not know: " << expected);
    REQUIRE(expected.starts_with(below));
    CHECK(skips.back().estimate.capacity < std::stod(expected.substr(below.size())));
    known.complete();
}

}  // namespace

TEST_CASE("selection: a pack whose skills were all answered has no question left") {
    const std::vector<Item> items = {{.id = "a", .skill = "s"}, {.id = "b", .skill = "s"}};
    const auto next = adaptive::best_next(items, Indices{0}, 0.0, kFree);
    REQUIRE(!next.has_value());
    CHECK(next.error() == NoQuestion::lack_of_questions);
}

TEST_CASE("selection: while a competence is unseen its questions come back, tube or not") {
    const std::vector<Item> items = {{.id = "a", .competence = "1.1", .tube = "t", .skill = "s1"},
                                     {.id = "b", .competence = "1.2", .tube = "t", .skill = "s2"},
                                     {.id = "c", .competence = "1.1", .tube = "u", .skill = "s3"}};
    const auto next = adaptive::best_next(items, Indices{0}, 0.0, Configuration{});
    REQUIRE(next.has_value());
    CHECK(*next == Indices{1});
}

TEST_CASE("selection: when only recent competences are left, they are asked all the same") {
    const std::vector<Item> items = {{.id = "a", .competence = "1.1", .skill = "s1"},
                                     {.id = "b", .competence = "1.1", .skill = "s2"}};
    const Pool pool{items, {}};
    const Indices answered = {0};
    CHECK(adaptive::challenges_between_same_competence({items, answered}, {1}, 2) == Indices{1});
    CHECK(adaptive::challenges_between_same_competence(pool, {0, 1}, 2) == Indices{0, 1});
}

TEST_CASE("selection: a test of 32 questions visits 16 competences first and no tube twice") {
    const auto items = sixteen_competences();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SplitMix64 random(seed);
        Indices answered;
        std::map<std::string, int> competences;
        while (answered.size() < 32) {
            const auto pick = adaptive::choose_next(items, answered, 0.0, Configuration{}, random);
            REQUIRE(pick.has_value());
            CHECK(std::ranges::find(answered, pick->item) == answered.end());
            answered.push_back(pick->item);
            competences[items[pick->item].competence]++;
            if (answered.size() == 16) CHECK(competences.size() == 16);
        }
        const auto end = adaptive::choose_next(items, answered, 0.0, Configuration{}, random);
        REQUIRE(!end.has_value());
        CHECK(end.error() == NoQuestion::test_complete);
    }
}

TEST_CASE("selection: the same seed draws the same questions") {
    const auto items = sixteen_competences();
    SplitMix64 first(42);
    SplitMix64 second(42);
    Indices answered;
    while (answered.size() < 32) {
        const auto a = adaptive::choose_next(items, answered, 0.3, Configuration{}, first);
        const auto b = adaptive::choose_next(items, answered, 0.3, Configuration{}, second);
        CHECK(a->item == b->item);
        answered.push_back(a->item);
    }
}

TEST_CASE("selection: five questions are drawn 51, 25, 12, 6 and 6 times in a hundred") {
    SplitMix64 random(7);
    constexpr int kDraws = 100'000;
    std::array<int, 5> counts{};
    for (int i = 0; i < kDraws; ++i) ++counts.at(adaptive::draw_rank(5, 51.0, random));
    const std::array expected = {0.51, 0.2499, 0.1225, 0.06, 0.0576};
    for (std::size_t rank = 0; rank < expected.size(); ++rank)
        CHECK(counts.at(rank) / double{kDraws} == Approx(expected.at(rank)).margin(0.005));
}

TEST_CASE("selection: a lone question needs no draw") {
    SplitMix64 random(1);
    SplitMix64 untouched(1);
    CHECK(adaptive::draw_rank(1, 51.0, random) == 0);
    CHECK(random.next() == untouched.next());
}

TEST_CASE("selection: known vectors of the next challenge") {
    const auto file = test::known_answers("next_challenge.json");
    Known root(file);
    for (auto& known : root.list("best_five")) check_best_five(known);
    for (auto& known : root.list("rules")) check_rule(known);
    for (auto& known : root.list("rule_engine")) check_engine(known);
    for (auto& known : root.list("end_of_test")) check_end(known);
    for (auto& known : root.list("picking")) check_picking(known);
    for (auto& known : root.list("degradation")) check_degradation(known);
    root.complete();
}
