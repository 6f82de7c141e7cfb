// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"

#include <span>
#include <vector>

namespace preau::simulation {

/// Exposure prices of a pack's questions, in their order, in units of information: with them the
/// room engine asks no question to more than version.room.exposure_max of the version's population.
/// Projected dual ascent on simulated tests; deterministic, whatever the threads. A few seconds.
/// The items' own prices are not read. `version` has passed check_version().
std::vector<double> learn_prices(std::span<const adaptive::Item> items,
                                 const adaptive::CertificationVersion& version);

}  // namespace preau::simulation
