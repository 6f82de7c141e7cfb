// SPDX-License-Identifier: Apache-2.0
#include "adaptive/degradation.hpp"

namespace preau::adaptive {

std::vector<SimulatedSkip> simulate_skips(std::span<const Item> items, Answered answered,
                                          double obtained, const Configuration& configuration) {
    CapacityEstimator estimator(obtained, configuration.variation_percent);
    for (const auto& response : answered.responses) estimator.add(response);
    std::vector<SimulatedSkip> skips;
    while (true) {
        const auto best =
            best_next(items, answered.items, estimator.estimate().capacity, configuration);
        if (!best) return skips;
        const auto index = best->front();
        estimator.add({items[index].discriminant, items[index].difficulty, false});
        answered.items.push_back(index);
        skips.push_back({index, estimator.estimate()});
    }
}

}  // namespace preau::adaptive
