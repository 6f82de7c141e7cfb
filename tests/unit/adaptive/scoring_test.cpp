// SPDX-License-Identifier: Apache-2.0
#include "adaptive/scoring.hpp"

#include "support/catch.hpp"
#include "unit/adaptive/known_items.hpp"

#include <cmath>

using namespace preau;
using adaptive::Interval;
using test::Known;

namespace {

const std::vector<Interval> kPublicMeshes = {{0, -8, -1.4}, {1, -1.4, -0.519}, {2, -0.519, 0.6},
                                             {3, 0.6, 1.5}, {4, 1.5, 2.25},    {5, 2.25, 3.1},
                                             {6, 3.1, 4},   {7, 4, 8}};

void check_levels(Known& known, Known intervals, double capacity) {
    Known expected = known.object("competenceLevels");
    for (const auto& competence : expected.names()) {
        INFO("competence " << competence);
        CHECK(
            adaptive::competence_level(capacity, test::intervals_of(intervals.list(competence))) ==
            expected.integer(competence));
    }
}

void check_scores(Known section) {
    const auto meshes = test::intervals_of(section.list("mesh_intervals"));
    CHECK(section.integer("maxReachableLevel", 7) == static_cast<int>(meshes.size()) - 1);
    const auto competences = section.object("competence_intervals");
    for (auto& known : section.list("cases")) {
        const double capacity = known.number("capacity");
        INFO("capacity " << capacity);
        CHECK(adaptive::score(capacity, meshes).pix == known.integer("score"));
        if (known.has("competenceLevels")) check_levels(known, competences, capacity);
        known.complete();
    }
    section.complete();
}

void check_capacities(Known section) {
    const auto meshes = test::intervals_of(section.list("mesh_intervals"));
    CHECK(section.integer("maxReachableLevel", 7) == static_cast<int>(meshes.size()) - 1);
    const auto competences = section.object("competence_intervals");
    for (auto& known : section.list("cases")) {
        INFO("score " << known.integer("score"));
        const double capacity = adaptive::capacity_of(known.integer("score"), meshes);
        CHECK(capacity == known.number("capacity"));
        if (known.has("competenceLevels")) check_levels(known, competences, capacity);
        known.complete();
    }
    section.complete();
}

void check_bound(Known known, const std::vector<Interval>& intervals) {
    const auto& interval = intervals.at(static_cast<std::size_t>(known.integer("index", 0)));
    const auto fn = known.text("fn");
    const double expected = known.number("expected");
    INFO("a function that this test does not know: " << fn);
    if (fn == "min")
        CHECK(interval.min == expected);
    else if (fn == "max")
        CHECK(interval.max == expected);
    else if (fn == "toIntervalMax")
        CHECK(known.number("capacity") - interval.max == expected);
    else if (fn == "intervalWidth")
        CHECK(interval.max - interval.min == expected);
    else if (fn == "length")
        CHECK(static_cast<double>(intervals.size()) == expected);
    else
        FAIL();
    known.complete();
}

void check_lookup(Known section) {
    const auto intervals = test::intervals_of(section.list("intervals"));
    for (auto& known : section.list("cases")) {
        INFO("capacity " << known.number("capacity"));
        const auto found = adaptive::find_interval(intervals, known.number("capacity"));
        if (known.value("index").is_null())
            CHECK(found == std::nullopt);
        else
            CHECK(found == static_cast<std::size_t>(known.integer("index")));
        known.complete();
    }
    for (auto& known : section.list("above_maximum")) {
        CHECK(adaptive::is_above_maximum(intervals, known.number("capacity")) ==
              known.flag("expected"));
        known.complete();
    }
    for (auto& known : section.list("other")) check_bound(known, intervals);
    section.ignore("older_behaviour");
    section.complete();
}

void check_level_cases(Known section) {
    const auto intervals = test::intervals_of(section.list("intervals"));
    for (auto& known : section.list("cases")) {
        CHECK(adaptive::competence_level(known.number("capacity"), intervals) ==
              known.integer("level"));
        known.complete();
    }
    section.complete();
}

void check_meshes(const std::vector<Known>& list) {
    for (auto known : list) {
        const auto index = static_cast<std::size_t>(known.integer("index"));
        const auto& mesh = adaptive::kMeshes.at(index);
        CHECK(mesh.key == known.text("key"));
        CHECK(mesh.weight == known.integer("weight"));
        CHECK(mesh.coefficient == known.integer("coefficient"));
        known.complete();
    }
}

void check_global_levels(Known section) {
    for (auto& known : section.list("cases")) {
        const auto& level = adaptive::global_level(known.integer("from"));
        CHECK(level.key == adaptive::global_level(known.integer("to")).key);
        const auto label = known.text("label");  // "Novice 2 (a remark)"
        CHECK(level.label == label.substr(0, label.find(" (")));
        known.complete();
    }
    section.complete();
}

void check_extremes(Known section) {
    for (auto& known : section.list("cases")) {
        CHECK(adaptive::score(known.number("capacity"), kPublicMeshes).pix ==
              known.integer("score"));
        known.complete();
    }
    section.complete();
}

}  // namespace

TEST_CASE("scoring: a score and its capacity give each other back") {
    for (int pix = 0; pix <= 895; ++pix) {
        const double capacity = adaptive::capacity_of(pix, kPublicMeshes);
        CHECK(std::abs(adaptive::score(capacity + 1e-9, kPublicMeshes).pix - pix) == 0);
    }
}

TEST_CASE("scoring: a higher capacity never gives fewer points") {
    int previous = 0;
    for (double capacity = -10; capacity < 10; capacity += 0.001) {
        const int pix = adaptive::score(capacity, kPublicMeshes).pix;
        CHECK(pix >= previous);
        previous = pix;
    }
    CHECK(previous == 895);
}

TEST_CASE("scoring: the score stays within the levels that the version reaches") {
    const std::vector<Interval> two = {{0, -1, 0}, {1, 0, 1}};
    CHECK(adaptive::score(5, two).pix == 127);
    CHECK(adaptive::score(0.9999999, two).pix <= 127);
    CHECK(adaptive::score(-2, two).mesh == std::nullopt);
}

TEST_CASE("scoring: known vectors of scores, capacities and levels") {
    const auto file = test::known_answers("scoring.json");
    Known root(file);
    check_meshes(root.list("meshes"));
    root.section("capacity_to_score", check_scores);
    root.section("score_to_capacity", check_capacities);
    root.section("interval_lookup", check_lookup);
    root.section("competence_level", check_level_cases);
    root.section("competence_level_bis", check_level_cases);
    root.section("extremes", check_extremes);
    root.section("global_level_by_score", check_global_levels);
    root.ignore("clea_double_certification");  // tests/unit/exam
    root.complete();
}
