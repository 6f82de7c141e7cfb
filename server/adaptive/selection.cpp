// SPDX-License-Identifier: Apache-2.0
#include "adaptive/selection.hpp"

#include "adaptive/capacity.hpp"
#include "adaptive/selection_rules.hpp"

#include <algorithm>

namespace preau::adaptive {

double reward(double capacity, const Item& item) {
    const double success = success_probability(capacity, item.discriminant, item.difficulty);
    return success * (1.0 - success) * (item.discriminant * item.discriminant);
}

std::vector<std::size_t> most_informative(std::span<const Item> items,
                                          std::vector<std::size_t> eligible, double capacity) {
    std::ranges::stable_sort(eligible, std::greater<>{},
                             [&](std::size_t index) { return reward(capacity, items[index]); });
    if (eligible.size() > kBestCount) eligible.resize(kBestCount);
    return eligible;
}

std::size_t draw_rank(std::size_t count, double probability_percent, SplitMix64& random) {
    PREAU_CHECK(count > 0);
    for (std::size_t rank = 0; rank + 1 < count; ++rank)
        if (random.uniform() * 100.0 < probability_percent) return rank;
    return count - 1;
}

Result<std::vector<std::size_t>, NoQuestion> best_next(std::span<const Item> items,
                                                       std::span<const std::size_t> answered,
                                                       double capacity,
                                                       const Configuration& configuration) {
    const auto length = static_cast<std::size_t>(configuration.maximum_assessment_length);
    if (answered.size() > length) return fail(NoQuestion::too_many_answers);
    if (answered.size() == length) return fail(NoQuestion::test_complete);
    const Pool pool{items, answered};
    auto eligible = apply_rules(rules_of(pool, configuration), every_item(pool));
    if (eligible.empty()) return fail(NoQuestion::lack_of_questions);
    return most_informative(items, std::move(eligible), capacity);
}

Result<Pick, NoQuestion> choose_next(std::span<const Item> items,
                                     std::span<const std::size_t> answered, double capacity,
                                     const Configuration& configuration, SplitMix64& random) {
    const auto best = best_next(items, answered, capacity, configuration);
    if (!best) return fail(best.error());
    const auto rank =
        draw_rank(best->size(), configuration.default_probability_to_pick_challenge, random);
    return Pick{.item = best->at(rank), .rank = rank};
}

}  // namespace preau::adaptive
