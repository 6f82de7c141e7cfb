// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/candidate.hpp"
#include "simulation/metrics.hpp"

#include <cstdint>
#include <functional>

namespace preau::simulation {

struct Scenario {
    Population population;
    std::size_t candidates = 2000;
    std::size_t room = 24;        ///< candidates who sit together, question after question
    std::uint64_t seed = 1;       ///< the same seed gives the same figures, whatever the threads
    unsigned threads = 0;         ///< 0: as many as the machine has
    bool questions_only = false;  ///< the outcomes hold what was asked, and no estimate
};

/// Called now and then with how many candidates are done, from the calling thread or from a worker
/// but never from two at once.
using Progress = std::function<void(std::size_t done)>;

/// Every candidate's test, in the order of the rooms.
std::vector<Outcome> sit(const adaptive::Engine& engine, const Scenario& scenario,
                         const Progress& progress = {});

/// sit(), then measure().
Metrics simulate(const adaptive::Engine& engine, const Scenario& scenario,
                 const Progress& progress = {});

}  // namespace preau::simulation
