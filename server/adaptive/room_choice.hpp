// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/ability_grid.hpp"
#include "adaptive/bank.hpp"
#include "adaptive/certification_version.hpp"
#include "adaptive/selection.hpp"
#include "base/random.hpp"

#include <optional>
#include <vector>

namespace preau::adaptive {

struct RoomCounts;
struct TestState;

/// The competences of a test's questions: passes over all of them, each in an order drawn from the
/// seed. A competence never comes within `between` questions of its last turn, unless there are
/// too few. An order of `length`.
std::vector<std::uint8_t> competence_order(std::size_t competences, std::size_t length,
                                           std::size_t between, std::uint64_t seed);

/// How the room engine chooses: the question of the competence whose turn it is that tells most
/// about the candidate, less its exposure price, plus a little noise.
class RoomChoice {
  public:
    enum class Draw {
        seeded,     ///< a question to ask
        best_only,  ///< without price, noise or room: the question that tells most
    };

    RoomChoice(const Bank& bank, const CertificationVersion& version);

    /// Nothing when no question of the pack is left.
    std::optional<std::size_t> choose(const Bank& bank, const TestState& test,
                                      const RoomCounts& room, Draw draw) const;

    /// Expected information of an item under the candidate's posterior.
    double expected_information(std::size_t item, const AbilityGrid& posterior) const {
        return dot(information_[item], posterior);
    }

  private:
    bool is_eligible(const Bank& bank, const TestState& test, std::size_t item) const;
    std::optional<std::size_t> next_competence(const Bank& bank, const TestState& test) const;
    bool has_eligible(const Bank& bank, const TestState& test, std::size_t competence) const;

    bool one_per_tube_;
    RoomParameters parameters_;
    std::vector<AbilityGrid> information_;  // by item and ability
};

}  // namespace preau::adaptive
