// SPDX-License-Identifier: Apache-2.0
#include "simulation/axioms.hpp"
#include "simulation/bound.hpp"
#include "simulation/prices.hpp"
#include "simulation/reference_bank.hpp"
#include "simulation/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// preau_bench REFERENCE [CANDIDATES]: how long both engines take, and what they reach on the
/// reference banks beside the goals. REFERENCE: tests/vectors/adaptive/mc_reference.json.
namespace preau::simulation {

namespace {

using adaptive::Algorithm;
using adaptive::Engine;
using Clock = std::chrono::steady_clock;

double microseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

std::vector<adaptive::Item> big_bank() {
    SplitMix64 random(2560);
    std::vector<adaptive::Item> items;
    for (int i = 0; i < 2560; ++i)
        items.push_back({.id = fmt::format("{}", i),
                         .competence = fmt::format("{:02}", i % 16),
                         .tube = fmt::format("{}", i % 128),
                         .skill = fmt::format("{}", i),
                         .discriminant = 0.6 + 1.6 * random.uniform(),
                         .difficulty = -4.0 + 8.0 * random.uniform()});
    return items;
}

void time_decisions(Algorithm algorithm, std::string_view name) {
    const auto items = big_bank();
    const Engine engine(items, reference_version(algorithm));
    std::vector<std::uint32_t> asked(items.size(), 0);
    std::vector<double> times;
    SplitMix64 random(7);
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        auto test = engine.begin(seed);
        while (true) {
            const auto start = Clock::now();
            const auto pick = engine.choose(test, {asked, 1000});
            if (!pick) break;
            const auto& item = items[pick->item];
            engine.count(test, pick->item,
                         {item.discriminant, item.difficulty, random.uniform() < 0.6});
            times.push_back(microseconds_since(start));
        }
    }
    std::ranges::sort(times);
    fmt::print("{:<13} 2,560 questions, choice and update: median {:.2f} µs, p99 {:.2f} µs\n", name,
               times[times.size() / 2], times[times.size() * 99 / 100]);
}

std::vector<adaptive::Item> with_prices(std::vector<adaptive::Item> items) {
    const auto start = Clock::now();
    const auto prices = learn_prices(items, reference_version(Algorithm::room));
    fmt::print("prices of {} questions: {:.2f} s\n", items.size(), microseconds_since(start) / 1e6);
    for (std::size_t i = 0; i < items.size(); ++i) items[i].price = prices[i];
    return items;
}

struct Row {
    std::string_view name;
    Population population;
};

std::vector<Row> rows() {
    Row field{"B, field", scenario_b()};
    field.population.slip = 0.02;
    field.population.guess = 0.01;
    field.population.calibration_error = 0.2;
    Row unlucky{"B, first 3 wrong", scenario_b()};
    unlucky.population.first_wrong = 3;
    return {{"A", scenario_a()}, {"B", scenario_b()}, field, unlucky};
}

void print(std::string_view engine, const Metrics& m, double seconds) {
    fmt::print(
        "  {:<13} rmse {:.4f}±{:.4f} cov {:.4f} | wle {:.4f} bias {:+.4f} cov {:.4f} | comp {:.4f} "
        "cov {:.4f} profile {:.3f} | max {:.4f} overlap {:.4f} same {:.4f} first {:.4f} near "
        "{:.4f} unused {:.3f} | {:.1f} s\n",
        engine, m.running.rmse.value, m.running.rmse.error, m.running.coverage.value,
        m.certified.rmse.value, m.certified.bias.value, m.certified.coverage.value,
        m.competence.rmse.value, m.competence.coverage.value, m.profile_correlation, m.exposure_max,
        m.overlap, m.same_ability_overlap, m.first_question_max, m.neighbour_overlap, m.never_used,
        seconds);
}

void count_axioms() {
    const Engine engines[] = {Engine(big_bank(), reference_version(Algorithm::pix_flash_v3)),
                              Engine(big_bank(), reference_version(Algorithm::room))};
    for (const auto& engine : engines) {
        const auto axioms = check_axioms(engine, 31250);
        fmt::print(
            "{} steps: {} wrong answers raise, {} right ones lower, {} repeats, {} resumes "
            "differ, order {:.1e}\n",
            axioms.steps, axioms.raised_by_wrong, axioms.lowered_by_right, axioms.repeats,
            axioms.other_on_resume, axioms.order_gap);
    }
}

// Plain answers and the true prior, as the bound assumes.
void compare_with_bound(const ReferenceBank& bank, std::size_t candidates) {
    auto version = reference_version(Algorithm::room);
    version.room.population_mean = 0.0;
    version.room.population_sd = 1.0;
    version.room.competence_sd = 0.0;
    version.room.lower_asymptote = 0.0;
    version.room.upper_asymptote = 1.0;
    auto items = bank.items;
    const auto prices = learn_prices(items, version);
    for (std::size_t i = 0; i < items.size(); ++i) items[i].price = prices[i];
    const Engine engine(items, version);
    const auto m = simulate(engine, {.population = scenario_a(), .candidates = candidates});
    const double bound = error_bound(engine.bank(), 0.0, 1.0, 32, m.exposure_max);
    fmt::print("{} bound at exposure {:.3f}: {:.4f}; room {:.4f}, ratio {:.4f}\n", bank.name,
               m.exposure_max, bound, m.running.rmse.value, m.running.rmse.value / bound);
    const double at_cap = error_bound(engine.bank(), 0.0, 1.0, 32, version.room.exposure_max);
    fmt::print("{} bound at exposure {:.3f}: {:.4f}, ratio {:.4f}\n", bank.name,
               version.room.exposure_max, at_cap, m.running.rmse.value / at_cap);
}

void compare(const ReferenceBank& bank, std::size_t candidates) {
    const auto items = with_prices(bank.items);
    const Engine pix(items, reference_version(Algorithm::pix_flash_v3));
    const Engine room(items, reference_version(Algorithm::room));
    for (const auto& row : rows()) {
        fmt::print("{} {}\n", bank.name, row.name);
        for (const auto* engine : {&pix, &room}) {
            const auto start = Clock::now();
            const auto metrics =
                simulate(*engine, {.population = row.population, .candidates = candidates});
            print(engine == &pix ? "pix-flash-v3" : "room", metrics,
                  microseconds_since(start) / 1e6);
        }
    }
    for (int ability = -3; ability <= 5; ++ability) {
        Population population;
        population.ability = ability;
        const auto m = simulate(room, {.population = population, .candidates = candidates / 4});
        fmt::print("{} θ {:+d}: certified bias {:+.4f}±{:.4f} rmse {:.4f}; running bias {:+.4f}\n",
                   bank.name, ability, m.certified.bias.value, m.certified.bias.error,
                   m.certified.rmse.value, m.running.bias.value);
    }
}

}  // namespace

}  // namespace preau::simulation

int main(int argc, char** argv) {
    using namespace preau::simulation;
    if (argc < 2) {
        fmt::print(stderr, "usage: preau_bench REFERENCE [CANDIDATES]\n");
        return 2;
    }
    time_decisions(preau::adaptive::Algorithm::pix_flash_v3, "pix-flash-v3");
    time_decisions(preau::adaptive::Algorithm::room, "room");
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto banks = read_reference_banks(text);
    std::size_t candidates = 20000;
    const std::string_view given = argc > 2 ? argv[2] : "20000";
    const auto read = std::from_chars(given.data(), given.data() + given.size(), candidates);
    if (read.ec != std::errc() || candidates < 100) {
        fmt::print(stderr, "CANDIDATES is a whole number, 100 or more\n");
        return 2;
    }
    for (const auto& bank : banks) {
        compare(bank, candidates);
        compare_with_bound(bank, candidates);
    }
    count_axioms();
    return banks.empty() ? 1 : 0;
}
