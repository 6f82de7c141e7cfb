// SPDX-License-Identifier: Apache-2.0
#include "simulation/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace preau::simulation {

namespace {

using Outcomes = std::span<const Outcome>;

/// Errors of estimates, one after the other.
class Errors {
  public:
    void add(double estimate, double standard_error, double truth) {
        const double error = estimate - truth;
        ++count_;
        sum_ += error;
        squares_ += error * error;
        fourths_ += error * error * error * error;
        if (std::abs(error) <= 1.96 * standard_error) ++covered_;
    }

    Accuracy accuracy() const {
        if (count_ == 0) return {};
        const auto n = static_cast<double>(count_);
        const double mean = sum_ / n;
        const double square = squares_ / n;
        const double rmse = std::sqrt(square);
        const double coverage = static_cast<double>(covered_) / n;
        const double spread = std::sqrt(std::max(0.0, fourths_ / n - square * square) / n);
        return {.rmse = {rmse, rmse > 0.0 ? spread / (2.0 * rmse) : 0.0},
                .bias = {mean, std::sqrt(std::max(0.0, square - mean * mean) / n)},
                .coverage = {coverage, std::sqrt(coverage * (1.0 - coverage) / n)}};
    }

  private:
    std::size_t count_ = 0;
    std::size_t covered_ = 0;
    double sum_ = 0.0;
    double squares_ = 0.0;
    double fourths_ = 0.0;
};

class Correlation {
  public:
    void add(double x, double y) {
        ++count_;
        x_ += x;
        y_ += y;
        xx_ += x * x;
        yy_ += y * y;
        xy_ += x * y;
    }
    double value() const {
        const auto n = static_cast<double>(count_);
        const double product = (xx_ - x_ * x_ / n) * (yy_ - y_ * y_ / n);
        return product > 1e-18 * n * n ? (xy_ - x_ * y_ / n) / std::sqrt(product) : 0.0;
    }

  private:
    std::size_t count_ = 0;
    double x_ = 0.0;
    double y_ = 0.0;
    double xx_ = 0.0;
    double yy_ = 0.0;
    double xy_ = 0.0;
};

void measure_accuracy(Metrics& metrics, Outcomes outcomes, std::size_t competences) {
    Errors running;
    Errors certified;
    Errors competence;
    Correlation global;
    Correlation profile;
    for (const auto& outcome : outcomes) {
        running.add(outcome.running.capacity, outcome.running.error_rate, outcome.truth);
        certified.add(outcome.certified.ability, outcome.certified.standard_error, outcome.truth);
        global.add(outcome.certified.ability, outcome.truth);
        double mean = 0.0;
        for (std::size_t c = 0; c < competences; ++c)
            mean += outcome.competences.at(c).mean / static_cast<double>(competences);
        for (std::size_t c = 0; c < competences; ++c) {
            const auto& found = outcome.competences.at(c);
            const double truth = outcome.true_competences.at(c);
            competence.add(found.mean, found.sd, truth);
            profile.add(found.mean - mean, truth - outcome.truth);
        }
    }
    metrics.running = running.accuracy();
    metrics.certified = certified.accuracy();
    metrics.competence = competence.accuracy();
    metrics.reliability = global.value() * global.value();
    metrics.profile_correlation = profile.value();
}

constexpr double kBandsFrom = -4.0;
constexpr double kBandsTo = 6.0;
constexpr double kBandWidth = 1.0;
constexpr std::size_t kBandCandidatesMin = 20;

void measure_bands(Metrics& metrics, Outcomes outcomes, const adaptive::Bank& bank,
                   std::size_t length) {
    for (double from = kBandsFrom; from < kBandsTo; from += kBandWidth) {
        AbilityBand band;
        band.from = from;
        band.to = from + kBandWidth;
        Errors running;
        Errors certified;
        double squares = 0.0;
        for (const auto& outcome : outcomes) {
            if (outcome.truth < band.from || outcome.truth >= band.to) continue;
            ++band.candidates;
            running.add(outcome.running.capacity, outcome.running.error_rate, outcome.truth);
            const auto& [ability, error] = outcome.certified;
            certified.add(ability, error, outcome.truth);
            squares += error * error;
        }
        if (band.candidates < kBandCandidatesMin) continue;
        band.running = running.accuracy();
        band.certified = certified.accuracy();
        band.reported_error = std::sqrt(squares / static_cast<double>(band.candidates));
        band.bound = 1.0 / std::sqrt(best_information(bank, from + kBandWidth / 2.0, length));
        metrics.bands.push_back(band);
    }
}

std::size_t common(const Outcome& first, const Outcome& second, std::size_t distance) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < first.items.size(); ++i)
        for (std::size_t j = i - std::min(i, distance);
             j < second.items.size() && j <= i + distance; ++j)
            if (first.items[i] == second.items[j]) ++count;
    return count;
}

// Those whose true abilities follow each other.
double overlap_of_equals(Outcomes outcomes, std::size_t length) {
    std::vector<std::size_t> order(outcomes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return outcomes[i].truth; });
    std::size_t shared = 0;
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        shared += common(outcomes[order[i]], outcomes[order[i + 1]], length);
    return static_cast<double>(shared) / static_cast<double>((order.size() - 1) * length);
}

void measure_neighbours(Metrics& metrics, Outcomes outcomes, std::size_t length, std::size_t room) {
    std::size_t pairs = 0;
    std::size_t near = 0;
    std::size_t anywhere = 0;
    for (std::size_t i = 0; i + 1 < outcomes.size(); ++i) {
        if ((i + 1) % room == 0) continue;
        ++pairs;
        near += common(outcomes[i], outcomes[i + 1], 2);
        anywhere += common(outcomes[i], outcomes[i + 1], length);
    }
    if (pairs == 0) return;
    const auto questions = static_cast<double>(pairs * length);
    metrics.neighbour_overlap = static_cast<double>(near) / questions;
    metrics.neighbour_whole_overlap = static_cast<double>(anywhere) / questions;
}

void measure_exposure(Metrics& metrics, Outcomes outcomes, std::size_t items, std::size_t length) {
    std::vector<std::size_t> asked(items, 0);
    std::vector<std::size_t> first(items, 0);
    metrics.shortest_test = length;
    metrics.pool_left_min = items;
    for (const auto& outcome : outcomes) {
        for (const auto item : outcome.items) ++asked[item];
        if (!outcome.items.empty()) ++first[outcome.items.front()];
        metrics.shortest_test = std::min(metrics.shortest_test, outcome.items.size());
        metrics.pool_left_min = std::min(metrics.pool_left_min, outcome.pool_left);
    }
    const auto n = static_cast<double>(outcomes.size());
    for (const auto times : asked) metrics.exposure.push_back(static_cast<double>(times) / n);
    metrics.exposure_max = *std::ranges::max_element(metrics.exposure);
    metrics.first_question_max = static_cast<double>(*std::ranges::max_element(first)) / n;
    metrics.overlap = mean_overlap(asked, outcomes.size(), length);
    metrics.never_used =
        static_cast<double>(std::ranges::count(asked, std::size_t{0})) / static_cast<double>(items);
}

}  // namespace

double mean_overlap(std::span<const std::size_t> times_asked, std::size_t candidates,
                    std::size_t length) {
    double pairs = 0.0;
    for (const auto times : times_asked)
        pairs += static_cast<double>(times) * (static_cast<double>(times) - 1.0);
    const auto n = static_cast<double>(candidates);
    return pairs / (static_cast<double>(length) * n * (n - 1.0));
}

double best_information(const adaptive::Bank& bank, double ability, std::size_t length) {
    const auto competences = bank.of_competence.size();
    double total = 0.0;
    for (const auto& items : bank.of_competence) {
        std::vector<std::pair<double, std::uint16_t>> by_information;
        for (const auto item : items)
            by_information.emplace_back(adaptive::reward(ability, bank.items[item]),
                                        bank.places[item].tube);
        std::ranges::sort(by_information, std::greater<>{});
        std::set<std::uint16_t> tubes;
        for (const auto& [information, tube] : by_information)
            if (tubes.size() < length / competences && tubes.insert(tube).second)
                total += information;
    }
    return total;
}

Metrics measure(Outcomes outcomes, const adaptive::Bank& bank, std::size_t length,
                std::size_t room) {
    Metrics metrics;
    metrics.candidates = outcomes.size();
    if (outcomes.size() < 2 || bank.items.empty()) return metrics;
    measure_accuracy(metrics, outcomes, bank.competences.size());
    measure_bands(metrics, outcomes, bank, length);
    measure_exposure(metrics, outcomes, bank.items.size(), length);
    metrics.same_ability_overlap = overlap_of_equals(outcomes, length);
    measure_neighbours(metrics, outcomes, length, std::max(std::size_t{1}, room));
    return metrics;
}

}  // namespace preau::simulation
