// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/bank.hpp"

#include <cstddef>

namespace preau::simulation {

/// Lowest root mean square error that any adaptive rule can have for abilities N(mean, sd²), when
/// it asks `length` questions, equally many of each competence and no two of a tube, and none to
/// more than `exposure_max` of the candidates. Van Trees' inequality on the information that the
/// dual of the linear program allows; each price vector that is tried gives a valid bound, and the
/// tightest is kept. One ability for all the competences, no slips.
double error_bound(const adaptive::Bank& bank, double mean, double sd, std::size_t length,
                   double exposure_max);

}  // namespace preau::simulation
