// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "simulation/candidate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preau::simulation {

/// A bank of the file of reference simulations, for acceptance.
struct ReferenceBank {
    std::string name;
    std::vector<adaptive::Item> items;
};

/// The banks of tests/vectors/adaptive/mc_reference.json; none when the text is something else.
std::vector<ReferenceBank> read_reference_banks(std::string_view text);

/// 32 questions, the published values, sixteen competences with the intervals of the meshes.
adaptive::CertificationVersion reference_version(adaptive::Algorithm algorithm);

/// One ability for every competence, N(0, 1); the engine's prior is the same, with τ = .5.
Population scenario_a();
/// θ ~ N(.5, 1.3²), each competence N(θ, .5²); the engine's prior is N(.5, 1.5²).
Population scenario_b();

}  // namespace preau::simulation
