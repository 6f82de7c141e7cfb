// SPDX-License-Identifier: Apache-2.0
#include "adaptive/scoring.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preau::adaptive {

namespace {

constexpr int kCompetences = 16;
constexpr int kPixPerLevelAndCompetence = 8;

int maximum_score(std::span<const Interval> meshes) {
    return (static_cast<int>(meshes.size()) - 1) * kCompetences * kPixPerLevelAndCompetence - 1;
}

// First mesh, of the first `count`, whose cumulated weight exceeds the score; else the last.
std::size_t mesh_index(int pix, std::size_t count) {
    int cumulated = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        cumulated += kMeshes.at(i).weight;
        if (pix < cumulated) return i;
    }
    return count - 1;
}

}  // namespace

std::optional<std::size_t> find_interval(std::span<const Interval> intervals, double capacity) {
    PREAU_CHECK(!intervals.empty());
    if (capacity < intervals.front().min) return std::nullopt;
    for (std::size_t i = 0; i < intervals.size(); ++i)
        if (intervals[i].min <= capacity && capacity < intervals[i].max) return i;
    return intervals.size() - 1;
}

bool is_above_maximum(std::span<const Interval> intervals, double capacity) {
    PREAU_CHECK(!intervals.empty());
    return capacity >= intervals.back().max;
}

Score score(double capacity, std::span<const Interval> meshes) {
    const auto mesh = find_interval(meshes, capacity);
    if (!mesh) return {};
    if (is_above_maximum(meshes, capacity)) return {maximum_score(meshes), mesh};
    const auto& interval = meshes[*mesh];
    const double missing = (interval.max - capacity) / (interval.max - interval.min);
    const double pix =
        std::floor(kMeshes.at(*mesh).weight * (kMeshes.at(*mesh).coefficient + 1 - missing));
    return {std::min(maximum_score(meshes), static_cast<int>(pix)), mesh};
}

double capacity_of(int pix, std::span<const Interval> meshes) {
    PREAU_CHECK(!meshes.empty());
    const auto index = mesh_index(pix, meshes.size());
    const auto& mesh = kMeshes.at(index);
    const auto& interval = meshes[index];
    const double progress = static_cast<double>(pix) / mesh.weight - mesh.coefficient;
    return progress * (interval.max - interval.min) + interval.min;
}

int competence_level(double capacity, std::span<const Interval> intervals) {
    PREAU_CHECK(!intervals.empty());
    std::vector<Interval> endless(intervals.begin(), intervals.end());
    endless.front().min = -std::numeric_limits<double>::infinity();
    endless.back().max = std::numeric_limits<double>::infinity();
    return endless[*find_interval(endless, capacity)].level;
}

const Mesh& global_level(int pix) { return kMeshes.at(mesh_index(pix, kMeshes.size())); }

}  // namespace preau::adaptive
