// SPDX-License-Identifier: Apache-2.0
#include "simulation/prices.hpp"

#include "simulation/simulate.hpp"

#include <algorithm>

namespace preau::simulation {

namespace {

constexpr int kRounds = 80;
constexpr int kAveragedRounds = 30;  // the last ones: their mean is steadier than the last alone
constexpr std::size_t kCandidates = 400;
// Real candidates crowd more than the version's population, a wide prior: with this margin the
// reference populations stay under the cap (docs/adaptive.md).
constexpr double kMargin = 0.93;

std::vector<double> exposures(const adaptive::Engine& engine, const Scenario& scenario) {
    std::vector<double> met(engine.bank().items.size(), 0.0);
    for (const auto& outcome : sit(engine, scenario))
        for (const auto item : outcome.items) met[item] += 1.0 / static_cast<double>(kCandidates);
    return met;
}

}  // namespace

std::vector<double> learn_prices(std::span<const adaptive::Item> items,
                                 const adaptive::CertificationVersion& version) {
    std::vector<adaptive::Item> priced(items.begin(), items.end());
    for (auto& item : priced) item.price = 0.0;
    std::vector<double> averages(items.size(), 0.0);
    auto room_version = version;
    room_version.algorithm = adaptive::Algorithm::room;
    Scenario scenario{.population = {.ability_mean = version.room.population_mean,
                                     .ability_sd = version.room.population_sd,
                                     .competence_sd = version.room.competence_sd,
                                     .ability = std::nullopt},
                      .candidates = kCandidates,
                      .room = 1,
                      .seed = 0x507269636573U,
                      .threads = 0,
                      .questions_only = true};
    for (int round = 0; round < kRounds; ++round) {
        ++scenario.seed;
        const auto met = exposures(adaptive::Engine(priced, room_version), scenario);
        const double step = 1.0 / (1.0 + round / 8.0);
        for (std::size_t i = 0; i < priced.size(); ++i) {
            const double excess = met[i] - kMargin * version.room.exposure_max;
            priced[i].price = std::max(0.0, priced[i].price + step * excess);
            if (round >= kRounds - kAveragedRounds)
                averages[i] += priced[i].price / kAveragedRounds;
        }
    }
    return averages;
}

}  // namespace preau::simulation
