// SPDX-License-Identifier: Apache-2.0
#include "adaptive/pix_choice.hpp"

#include "adaptive/engine.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preau::adaptive {

namespace {

constexpr double kLowest = -9.0;
constexpr std::size_t kStretches = 144;
constexpr double kWidth = 18.0 / kStretches;

// The reward is highest at the difficulty and falls away on both sides. Rounded up: a float holds
// less than the reward's own bits.
float highest_reward(const Item& item, double from) {
    const double capacity = std::clamp(item.difficulty, from, from + kWidth);
    return static_cast<float>(reward(capacity, item) * (1.0 + 1e-6) + 1e-30);
}

struct Scored {
    double reward;
    std::size_t item;

    bool operator<(const Scored& other) const {
        return reward > other.reward || (reward == other.reward && item < other.item);
    }
};

}  // namespace

/// Pix's rules as flags: which competences and tubes are out.
struct PixChoice::Rules {
    const TestState& test;
    bool one_per_tube;
    bool unvisited_only;
    std::uint32_t recent = 0;  ///< bit by competence

    bool allow(const Place& place, std::size_t item) const {
        if ((recent >> place.competence & 1U) != 0) return false;
        // A tube or a skill that was answered comes back with an unvisited competence
        // (selection_rules.hpp); what a report excluded does not.
        if (unvisited_only) return test.counts[place.competence] == 0 && test.set_aside[item] == 0;
        return test.set_aside[item] == 0 && test.skills[place.skill] == 0 &&
               !(one_per_tube && test.tubes[place.tube] != 0);
    }
};

PixChoice::PixChoice(const Bank& bank, const Configuration& configuration)
    : configuration_(configuration), items_(bank.items.size()) {
    bounds_.reserve(items_ * (kStretches + 1));
    for (std::size_t stretch = 0; stretch < kStretches; ++stretch) {
        const double from = kLowest + static_cast<double>(stretch) * kWidth;
        const auto begin = static_cast<std::ptrdiff_t>(bounds_.size());
        for (std::size_t i = 0; i < items_; ++i)
            bounds_.push_back({highest_reward(bank.items[i], from), static_cast<std::uint16_t>(i)});
        std::ranges::sort(bounds_.begin() + begin, bounds_.end(), std::greater<>{},
                          &Bounded::reward);
    }
    for (std::size_t i = 0; i < items_; ++i)
        bounds_.push_back({std::numeric_limits<float>::infinity(), static_cast<std::uint16_t>(i)});
}

std::span<const PixChoice::Bounded> PixChoice::stretch_of(double capacity) const {
    const double place = (capacity - kLowest) / kWidth;
    const bool is_inside = place >= 0.0 && place < static_cast<double>(kStretches);
    const auto stretch = is_inside ? static_cast<std::size_t>(place) : kStretches;
    return std::span(bounds_).subspan(stretch * items_, items_);
}

Best PixChoice::scan(const Bank& bank, const Rules& rules, double capacity) const {
    std::array<Scored, kBestCount> kept{};
    std::size_t count = 0;
    for (const auto& [bound, item] : stretch_of(capacity)) {
        if (count == kBestCount && static_cast<double>(bound) < kept.back().reward) break;
        if (!rules.allow(bank.places[item], item)) continue;
        Scored candidate{reward(capacity, bank.items[item]), item};
        if (count == kBestCount && !(candidate < kept.back())) continue;
        if (count < kBestCount) ++count;
        auto place = count - 1;
        for (; place > 0 && candidate < kept[place - 1]; --place) kept[place] = kept[place - 1];
        kept[place] = candidate;
    }
    Best best{.items = {}, .count = count};
    for (std::size_t rank = 0; rank < count; ++rank) best.items[rank] = kept[rank].item;
    return best;
}

Best PixChoice::best(const Bank& bank, const TestState& test, double capacity) const {
    Rules rules{.test = test,
                .one_per_tube = configuration_.limit_to_one_question_per_tube,
                .unvisited_only = false};
    if (configuration_.enable_passage_by_all_competences)
        for (std::size_t item = 0; item < items_ && !rules.unvisited_only; ++item)
            rules.unvisited_only =
                test.counts[bank.places[item].competence] == 0 && test.set_aside[item] == 0;
    const auto between =
        std::min(test.items.size(),
                 static_cast<std::size_t>(configuration_.challenges_between_same_competence));
    for (auto item = test.items.end() - static_cast<std::ptrdiff_t>(between);
         item != test.items.end(); ++item)
        rules.recent |= 1U << bank.places[*item].competence;
    auto found = scan(bank, rules, capacity);
    if (found.count > 0 || rules.recent == 0) return found;
    rules.recent = 0;
    return scan(bank, rules, capacity);
}

}  // namespace preau::adaptive
