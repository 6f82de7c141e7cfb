// SPDX-License-Identifier: Apache-2.0
#include "simulation/simulate.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <thread>

namespace preau::simulation {

namespace {

using adaptive::Bank;
using adaptive::Engine;
using adaptive::TestState;

struct Seat {
    Truth truth;
    TestState test;
    bool is_over = false;
};

/// What the candidates really meet: the pack's calibration is not quite the truth.
std::vector<adaptive::Response> true_calibrations(const Bank& bank, const Scenario& scenario) {
    SplitMix64 random(scenario.seed ^ 0x63616c6962726174U);
    std::vector<adaptive::Response> calibrations;
    for (const auto& item : bank.items)
        calibrations.push_back(
            {item.discriminant,
             item.difficulty + scenario.population.calibration_error * draw_normal(random), false});
    return calibrations;
}

std::size_t pool_left(const Bank& bank, const TestState& test) {
    auto least = std::numeric_limits<std::size_t>::max();
    for (const auto& items : bank.of_competence) {
        const auto left = std::ranges::count_if(items, [&](std::uint32_t item) {
            const auto& place = bank.places[item];
            return test.set_aside[item] == 0 && test.tubes[place.tube] == 0 &&
                   test.skills[place.skill] == 0;
        });
        least = std::min(least, static_cast<std::size_t>(left));
    }
    return least;
}

std::vector<std::uint16_t> questions_of(const TestState& test) {
    std::vector<std::uint16_t> items;
    items.reserve(test.items.size());
    for (const auto item : test.items) items.push_back(static_cast<std::uint16_t>(item));
    return items;
}

Outcome outcome_of(const Engine& engine, const Seat& seat) {
    Outcome outcome{.truth = seat.truth.mean,
                    .running = seat.test.estimate,
                    .certified = engine.certified(seat.test),
                    .true_competences = seat.truth.competences,
                    .competences = {},
                    .items = questions_of(seat.test),
                    .pool_left = pool_left(engine.bank(), seat.test)};
    for (std::size_t c = 0; c < engine.bank().competences.size(); ++c) {
        const auto measured = engine.competence_ability(seat.test, c);
        outcome.competences.at(c) = measured.value_or(
            adaptive::MeanAndSd{outcome.certified.ability, outcome.certified.standard_error});
    }
    return outcome;
}

/// One room, question after question.
class Room {
  public:
    Room(const Engine& engine, const Scenario& scenario,
         std::span<const adaptive::Response> calibrations, std::size_t number, std::size_t seats)
        : engine_(engine),
          scenario_(scenario),
          calibrations_(calibrations),
          random_(SplitMix64(scenario.seed + 0x9e37U * (number + 1)).next()),
          asked_(engine.bank().items.size(), 0) {
        const double deviation = draw_normal(random_);
        for (std::size_t seat = 0; seat < seats; ++seat) {
            const auto seed = random_.next();
            seats_.push_back({draw_truth(scenario.population, engine.bank().competences.size(),
                                         deviation, random_),
                              engine.begin(seed)});
        }
    }

    void sit(Outcome* outcomes) {
        while (std::ranges::any_of(seats_, [](const Seat& seat) { return !seat.is_over; }))
            for (auto& seat : seats_)
                if (!seat.is_over) ask(seat);
        for (const auto& seat : seats_) {
            auto& outcome = *outcomes++;
            if (scenario_.questions_only)
                outcome.items = questions_of(seat.test);
            else
                outcome = outcome_of(engine_, seat);
        }
    }

  private:
    void ask(Seat& seat) {
        const auto pick =
            engine_.choose(seat.test, {asked_, static_cast<std::uint32_t>(seats_.size())});
        seat.is_over = !pick.has_value();
        if (!pick) return;
        const auto item = pick->item;
        ++asked_[item];
        const auto& known = engine_.bank().items[item];
        const bool correct =
            draw_answer(scenario_.population, seat.truth, seat.test.items.size(),
                        engine_.bank().places[item].competence, calibrations_[item], random_);
        engine_.count(seat.test, item, {known.discriminant, known.difficulty, correct});
    }

    const Engine& engine_;
    const Scenario& scenario_;
    std::span<const adaptive::Response> calibrations_;
    SplitMix64 random_;
    std::vector<std::uint32_t> asked_;
    std::vector<Seat> seats_;
};

}  // namespace

std::vector<Outcome> sit(const Engine& engine, const Scenario& scenario, const Progress& progress) {
    const auto calibrations = true_calibrations(engine.bank(), scenario);
    std::vector<Outcome> outcomes(scenario.candidates);
    const auto per_room = std::max(std::size_t{1}, scenario.room);
    std::atomic<std::size_t> next_room = 0;
    std::size_t done = 0;
    std::mutex telling;
    const auto work = [&] {
        for (auto number = next_room++; number * per_room < outcomes.size(); number = next_room++) {
            const auto first = number * per_room;
            const auto seats = std::min(per_room, outcomes.size() - first);
            Room(engine, scenario, calibrations, number, seats).sit(outcomes.data() + first);
            const std::lock_guard lock(telling);
            done += seats;
            if (progress) progress(done);
        }
    };
    const unsigned threads = scenario.threads != 0
                                 ? scenario.threads
                                 : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> workers;
    for (unsigned worker = 1; worker < threads; ++worker) workers.emplace_back(work);
    work();
    workers.clear();  // joins
    return outcomes;
}

Metrics simulate(const Engine& engine, const Scenario& scenario, const Progress& progress) {
    const auto outcomes = sit(engine, scenario, progress);
    const auto length = engine.version().configuration.maximum_assessment_length;
    return measure(outcomes, engine.bank(), static_cast<std::size_t>(length), scenario.room);
}

}  // namespace preau::simulation
