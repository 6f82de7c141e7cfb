// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace preau::adaptive {

/// A band of the global score (mesh-configuration.js).
struct Mesh {
    std::string_view key;
    int weight;
    int coefficient;
    std::string_view label;  ///< French, as printed on the certificate
};

inline constexpr std::array kMeshes = {
    Mesh{"LEVEL_PRE_BEGINNER", 64, 0, "Pré novice"},
    Mesh{"LEVEL_BEGINNER_1", 64, 1, "Novice 1"},
    Mesh{"LEVEL_BEGINNER_2", 128, 1, "Novice 2"},
    Mesh{"LEVEL_INDEPENDENT_3", 128, 2, "Indépendant 1"},
    Mesh{"LEVEL_INDEPENDENT_4", 128, 3, "Indépendant 2"},
    Mesh{"LEVEL_ADVANCED_5", 128, 4, "Avancé 1"},
    Mesh{"LEVEL_ADVANCED_6", 128, 5, "Avancé 2"},
    Mesh{"LEVEL_EXPERT_7", 128, 6, "Expert 1"},
    Mesh{"LEVEL_EXPERT_8", 128, 7, "Expert 2"},
};

/// Index of the interval that holds the capacity. A capacity under the first has none; one that
/// falls in a gap, or beyond the end, belongs to the last.
std::optional<std::size_t> find_interval(std::span<const Interval> intervals, double capacity);

bool is_above_maximum(std::span<const Interval> intervals, double capacity);

struct Score {
    int pix = 0;
    std::optional<std::size_t> mesh;  ///< nothing under the first mesh

    bool operator==(const Score&) const = default;
};

/// Score of a capacity, from 0 to 128 for each level above the first, less 1
/// (ScoringSimulator.js). `meshes`: 1 to 9 intervals, in order.
Score score(double capacity, std::span<const Interval> meshes);

/// The capacity that gives a score (CapacitySimulator.js).
double capacity_of(int pix, std::span<const Interval> meshes);

/// Level of one competence at that global capacity; the extreme intervals have no end.
int competence_level(double capacity, std::span<const Interval> intervals);

/// Mesh of a score, 0 to 1023.
const Mesh& global_level(int pix);

}  // namespace preau::adaptive
