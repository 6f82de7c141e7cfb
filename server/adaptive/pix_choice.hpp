// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/bank.hpp"
#include "adaptive/selection.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace preau::adaptive {

struct TestState;

/// The best questions, most informative first.
struct Best {
    std::array<std::size_t, kBestCount> items{};
    std::size_t count = 0;
};

/// What best_next() finds, faster: for each stretch of capacity the questions stand in the order of
/// the most that they can give there, so that few are looked at. Same questions, same order.
class PixChoice {
  public:
    PixChoice(const Bank& bank, const Configuration& configuration);

    /// Empty when the rules leave no question.
    Best best(const Bank& bank, const TestState& test, double capacity) const;

  private:
    struct Bounded {
        float reward;  ///< no question of that index gives more in the stretch
        std::uint16_t item;
    };
    struct Rules;
    std::span<const Bounded> stretch_of(double capacity) const;
    Best scan(const Bank& bank, const Rules& rules, double capacity) const;

    Configuration configuration_;
    std::size_t items_;
    std::vector<Bounded> bounds_;  // stretch after stretch, then all the items unbounded
};

}  // namespace preau::adaptive
