// SPDX-License-Identifier: Apache-2.0
#include "adaptive/engine.hpp"

#include "adaptive/degradation.hpp"
#include "adaptive/pix_choice.hpp"
#include "adaptive/room_choice.hpp"
#include "adaptive/scoring.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <cmath>

namespace preau::adaptive {

/// Made once for a pack.
struct Engine::Tables {
    CertificationVersion version;
    Bank bank;
    std::optional<PixChoice> pix;
    std::optional<RoomModel> room;
    std::optional<RoomChoice> room_choice;

    std::size_t length() const {
        return static_cast<std::size_t>(version.configuration.maximum_assessment_length);
    }
};

namespace {

std::vector<Response> plain(const TestState& test) {
    std::vector<Response> responses;
    responses.reserve(test.responses.size());
    for (const auto& [competence, response] : test.responses) responses.push_back(response);
    return responses;
}

void mark(TestState& test, const Bank& bank, std::size_t item) {
    const auto& place = bank.places.at(item);
    test.items.push_back(item);
    test.set_aside[item] = 1;
    test.tubes[place.tube] = 1;
    test.skills[place.skill] = 1;
    ++test.counts[place.competence];
}

// No rounding may let a wrong answer raise or a right one lower what it moves by next to nothing.
Estimate moved(const Estimate& before, const MeanAndSd& after, bool correct) {
    const double capacity =
        correct ? std::max(before.capacity, after.mean) : std::min(before.capacity, after.mean);
    return {.capacity = capacity, .error_rate = after.sd};
}

// The estimate is the mean of the competences' abilities: what the answers inform is θ plus their
// own mix of the u_c, another one than the mean's. The second term is the variance of the gap.
double standard_error(const TestState& test, double ability, const RoomModel& model,
                      std::size_t competences) {
    std::array<double, kCompetencesMax> found{};
    double total = 0.0;
    for (const auto& [competence, response] : test.responses) {
        const double value =
            information(ability, response.discriminant, response.difficulty, model.asymptotes());
        found.at(competence) += value;
        total += value;
    }
    double gaps = 0.0;
    for (std::size_t c = 0; c < competences; ++c) {
        const double gap = found.at(c) / total - 1.0 / static_cast<double>(competences);
        gaps += gap * gap;
    }
    const double spread = model.competence_sd();
    return std::sqrt(1.0 / total + spread * spread * gaps);
}

constexpr double kInterval[] = {0.05, 0.5, 0.95};

CompetenceReport measured(const std::string& code, std::span<const Interval> intervals,
                          std::size_t competence, const TestState& test, const RoomModel& model) {
    const auto quantiles = model.quantiles(*test.room, competence, test.responses, kInterval);
    return {.competence = code,
            .level = competence_level(quantiles[1], intervals),
            .level_low = competence_level(quantiles[0], intervals),
            .level_high = competence_level(quantiles[2], intervals),
            .ability = model.competence(*test.room, competence)};
}

CompetenceReport from_capacity(const std::string& code, std::span<const Interval> intervals,
                               double capacity) {
    const int level = competence_level(capacity, intervals);
    return {.competence = code,
            .level = level,
            .level_low = level,
            .level_high = level,
            .ability = std::nullopt};
}

}  // namespace

Engine::Engine(std::span<const Item> items, const CertificationVersion& version) {
    auto tables = std::make_unique<Tables>();
    tables->version = version;
    tables->bank = number_bank(items);
    if (version.algorithm == Algorithm::pix_flash_v3) {
        tables->pix.emplace(tables->bank, version.configuration);
    } else {
        tables->room.emplace(version.room,
                             std::max(std::size_t{1}, tables->bank.competences.size()));
        tables->room_choice.emplace(tables->bank, version);
    }
    tables_ = std::move(tables);
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const CertificationVersion& Engine::version() const { return tables_->version; }
const Bank& Engine::bank() const { return tables_->bank; }

TestState Engine::begin(std::uint64_t seed) const {
    const auto& bank = tables_->bank;
    const auto& configuration = tables_->version.configuration;
    TestState test;
    test.seed = seed;
    test.items.reserve(tables_->length());
    test.responses.reserve(tables_->length());
    test.set_aside.assign(bank.items.size(), 0);
    test.tubes.assign(bank.tubes, 0);
    test.skills.assign(bank.skills, 0);
    test.counts.assign(bank.competences.size(), 0);
    if (tables_->room) {
        test.order = competence_order(
            bank.competences.size(), tables_->length(),
            static_cast<std::size_t>(configuration.challenges_between_same_competence), seed);
        test.room = tables_->room->prior();
        const auto capacity = tables_->room->capacity(*test.room);
        test.estimate = {.capacity = capacity.mean, .error_rate = capacity.sd};
    } else {
        test.pix.emplace(configuration.default_candidate_capacity, configuration.variation_percent);
        test.estimate = test.pix->estimate();
    }
    return test;
}

void Engine::count(TestState& test, std::size_t item, const Response& response) const {
    mark(test, tables_->bank, item);
    const auto competence = tables_->bank.places[item].competence;
    test.responses.push_back({competence, response});
    if (test.pix) {
        test.pix->add(response);
        test.estimate = test.pix->estimate();
        return;
    }
    tables_->room->update(*test.room, competence, test.responses);
    test.estimate = moved(test.estimate, tables_->room->capacity(*test.room), response.correct);
}

void Engine::exclude(TestState& test, std::size_t item) const {
    const auto& places = tables_->bank.places;
    const auto skill = places.at(item).skill;
    test.skills[skill] = 1;
    for (std::size_t other = 0; other < places.size(); ++other)
        if (places[other].skill == skill) test.set_aside[other] = 1;
}

void Engine::set_aside(TestState& test, std::size_t item) const { test.set_aside.at(item) = 1; }

Result<Pick, NoQuestion> Engine::choose(const TestState& test, const RoomCounts& room) const {
    if (test.items.size() > tables_->length()) return fail(NoQuestion::too_many_answers);
    if (test.items.size() == tables_->length()) return fail(NoQuestion::test_complete);
    if (tables_->room_choice) {
        const auto item =
            tables_->room_choice->choose(tables_->bank, test, room, RoomChoice::Draw::seeded);
        if (!item) return fail(NoQuestion::lack_of_questions);
        return Pick{.item = *item, .rank = 0};
    }
    const auto best = tables_->pix->best(tables_->bank, test, test.estimate.capacity);
    if (best.count == 0) return fail(NoQuestion::lack_of_questions);
    SplitMix64 random(test.seed + test.items.size());
    const auto rank = draw_rank(
        best.count, tables_->version.configuration.default_probability_to_pick_challenge, random);
    return Pick{.item = best.items.at(rank), .rank = rank};
}

TestState Engine::skip_missing(const TestState& test) const {
    auto whole = test;
    if (test.pix) {
        // Pix estimates the answers again, with the capacity they gave as the initial one.
        whole.pix.emplace(test.estimate.capacity, tables_->version.configuration.variation_percent);
        for (const auto& [competence, response] : test.responses) whole.pix->add(response);
        whole.estimate = whole.pix->estimate();
    }
    while (whole.items.size() < tables_->length()) {
        const auto item = next_without_chance(whole);
        if (!item) return whole.items.size() == test.items.size() ? test : whole;
        const auto& calibration = tables_->bank.items[*item];
        count(whole, *item, {calibration.discriminant, calibration.difficulty, false});
    }
    return whole.items.size() == test.items.size() ? test : whole;
}

std::optional<std::size_t> Engine::next_without_chance(const TestState& test) const {
    if (tables_->room_choice)
        return tables_->room_choice->choose(tables_->bank, test, {}, RoomChoice::Draw::best_only);
    const auto best = tables_->pix->best(tables_->bank, test, test.estimate.capacity);
    if (best.count == 0) return std::nullopt;
    return best.items.front();
}

AbilityEstimate Engine::certified(const TestState& test) const {
    if (!test.room || test.responses.empty())
        return {test.estimate.capacity, test.estimate.error_rate};
    const auto found = robust_likelihood(plain(test), {}, tables_->room->asymptotes());
    return {found.ability,
            standard_error(test, found.ability, *tables_->room, tables_->bank.competences.size())};
}

std::optional<MeanAndSd> Engine::competence_ability(const TestState& test,
                                                    std::size_t competence) const {
    if (!test.room) return std::nullopt;
    return tables_->room->competence(*test.room, competence);
}

Report Engine::report(const TestState& test) const {
    const auto capacity = certified(test);
    Report report{.capacity = capacity.ability,
                  .standard_error = capacity.standard_error,
                  .running = test.estimate,
                  .competences = {}};
    const auto& codes = tables_->bank.competences;
    for (const auto& [code, intervals] : tables_->version.competence_intervals) {
        const auto found = std::ranges::find(codes, code);
        const auto competence = static_cast<std::size_t>(found - codes.begin());
        report.competences.push_back(
            test.room && found != codes.end()
                ? measured(code, intervals, competence, test, *tables_->room)
                : from_capacity(code, intervals, report.capacity));
    }
    return report;
}

}  // namespace preau::adaptive
