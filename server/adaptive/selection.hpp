// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "base/random.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace preau::adaptive {

/// How many of the most informative questions the draw is made among.
inline constexpr std::size_t kBestCount = 5;

/// Why there is no next question.
enum class NoQuestion {
    test_complete,      ///< as many answers as the version asks for
    too_many_answers,   ///< more than that: a mistake of the caller or of the journal
    lack_of_questions,  ///< the rules leave none of the pack's questions
};

struct Pick {
    std::size_t item;  ///< index
    std::size_t rank;  ///< place among the best, 0 the most informative
};

/// Information that a question gives at that capacity (Fisher): P (1 - P) a².
double reward(double capacity, const Item& item);

/// Indices of the five most informative of the eligible questions, best first; equals in the given
/// order.
std::vector<std::size_t> most_informative(std::span<const Item> items,
                                          std::vector<std::size_t> eligible, double capacity);

/// Rank drawn among `count` ≥ 1: each is taken with that probability or passed over, the last one
/// is taken without a draw.
std::size_t draw_rank(std::size_t count, double probability_percent, SplitMix64& random);

/// The questions that may come after `answered` (indices in order), best first.
Result<std::vector<std::size_t>, NoQuestion> best_next(std::span<const Item> items,
                                                       std::span<const std::size_t> answered,
                                                       double capacity,
                                                       const Configuration& configuration);

/// One of them, drawn.
Result<Pick, NoQuestion> choose_next(std::span<const Item> items,
                                     std::span<const std::size_t> answered, double capacity,
                                     const Configuration& configuration, SplitMix64& random);

}  // namespace preau::adaptive
