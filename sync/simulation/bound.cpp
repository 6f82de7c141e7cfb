// SPDX-License-Identifier: Apache-2.0
#include "simulation/bound.hpp"

#include "adaptive/selection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

namespace preau::simulation {

namespace {

constexpr int kPoints = 61;
constexpr int kRounds = 600;

struct Point {
    double probability;
    std::vector<double> information;  // by item
};

std::vector<Point> points_of(const adaptive::Bank& bank, double mean, double sd) {
    std::vector<Point> points;
    double mass = 0.0;
    for (int k = 0; k < kPoints; ++k) {
        const double deviation = -4.5 + 9.0 * k / (kPoints - 1);
        auto& point = points.emplace_back(Point{std::exp(-deviation * deviation / 2.0), {}});
        mass += point.probability;
        for (const auto& item : bank.items)
            point.information.push_back(adaptive::reward(mean + sd * deviation, item));
    }
    for (auto& point : points) point.probability /= mass;
    return points;
}

// The best test at a point, once prices are paid; adds to the exposures of its questions.
double best_test(const adaptive::Bank& bank, const Point& point, const std::vector<double>& prices,
                 std::size_t length, std::vector<double>& exposures) {
    const auto each = length / bank.of_competence.size();
    double total = 0.0;
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const auto& items : bank.of_competence) {
        ranked.clear();
        for (const auto item : items)
            ranked.emplace_back(point.information[item] - prices[item], item);
        std::ranges::sort(ranked, std::greater<>{});
        std::set<std::uint16_t> tubes;
        for (const auto& [gain, item] : ranked) {
            if (tubes.size() == each) break;
            if (!tubes.insert(bank.places[item].tube).second) continue;
            total += gain;
            exposures[item] += point.probability;
        }
    }
    return total;
}

}  // namespace

double error_bound(const adaptive::Bank& bank, double mean, double sd, std::size_t length,
                   double exposure_max) {
    const auto points = points_of(bank, mean, sd);
    std::vector<double> prices(bank.items.size(), 0.0);
    double highest = std::numeric_limits<double>::infinity();
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> exposures(prices.size(), 0.0);
        double dual = 0.0;
        for (const auto& point : points)
            dual += point.probability * best_test(bank, point, prices, length, exposures);
        for (const auto price : prices) dual += exposure_max * price;
        highest = std::min(highest, dual);
        const double step = 0.5 / (1.0 + round / 10.0);
        for (std::size_t i = 0; i < prices.size(); ++i)
            prices[i] = std::max(0.0, prices[i] + step * (exposures[i] - exposure_max));
    }
    return 1.0 / std::sqrt(highest + 1.0 / (sd * sd));
}

}  // namespace preau::simulation
