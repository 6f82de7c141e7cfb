// SPDX-License-Identifier: Apache-2.0
#include "adaptive/room_choice.hpp"

#include "adaptive/engine.hpp"
#include "adaptive/item_response.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace preau::adaptive {

namespace {

// Standard Gumbel: the highest of sums with such noise is drawn as by a soft maximum.
double gumbel(SplitMix64& random) {
    const double uniform = std::max(random.uniform(), 0x1p-53);
    return -std::log(-std::log(uniform));
}

// A pass that ends on a competence must not let the next begin with it.
void part(std::vector<std::uint8_t>& pass, std::span<const std::uint8_t> before,
          std::size_t between) {
    for (std::size_t i = 0; i < std::min(between, pass.size()); ++i) {
        const auto recent = before.last(std::min(before.size(), between - i));
        const auto is_free = [&](std::uint8_t competence) {
            return std::ranges::find(recent, competence) == recent.end();
        };
        const auto found =
            std::find_if(pass.begin() + static_cast<std::ptrdiff_t>(i), pass.end(), is_free);
        if (found != pass.end())
            std::iter_swap(pass.begin() + static_cast<std::ptrdiff_t>(i), found);
    }
}

// The live count: a question that this room was asked as often as the version allows, and once
// more for chance, waits until nothing else is left.
bool is_spent(const RoomCounts& room, std::size_t item, double exposure_max) {
    if (room.asked.empty()) return false;
    return room.asked[item] > std::ceil(exposure_max * room.candidates);
}

}  // namespace

std::vector<std::uint8_t> competence_order(std::size_t competences, std::size_t length,
                                           std::size_t between, std::uint64_t seed) {
    SplitMix64 random(seed);
    std::vector<std::uint8_t> order;
    while (order.size() < length && competences > 0) {
        std::vector<std::uint8_t> pass(competences);
        std::iota(pass.begin(), pass.end(), std::uint8_t{0});
        for (std::size_t left = competences; left > 1; --left)
            std::swap(pass[left - 1], pass[random.below(left)]);
        part(pass, order, between);
        order.insert(order.end(), pass.begin(), pass.end());
    }
    order.resize(std::min(order.size(), length));
    return order;
}

RoomChoice::RoomChoice(const Bank& bank, const CertificationVersion& version)
    : one_per_tube_(version.configuration.limit_to_one_question_per_tube),
      parameters_(version.room) {
    const auto asymptotes = asymptotes_of(version.room);
    information_.reserve(bank.items.size());
    for (const auto& item : bank.items) {
        auto& row = information_.emplace_back(AbilityGrid{});
        for (std::size_t k = 0; k < kAbilities; ++k)
            row[k] = information(ability_at(k), item.discriminant, item.difficulty, asymptotes);
    }
}

bool RoomChoice::is_eligible(const Bank& bank, const TestState& test, std::size_t item) const {
    const auto& place = bank.places[item];
    return test.set_aside[item] == 0 && test.skills[place.skill] == 0 &&
           !(one_per_tube_ && test.tubes[place.tube] != 0);
}

bool RoomChoice::has_eligible(const Bank& bank, const TestState& test,
                              std::size_t competence) const {
    return std::ranges::any_of(bank.of_competence[competence],
                               [&](std::uint32_t item) { return is_eligible(bank, test, item); });
}

// The first turn that was not taken, of a competence that still has questions; when every turn is
// taken or barren, the least asked competence that has some.
std::optional<std::size_t> RoomChoice::next_competence(const Bank& bank,
                                                       const TestState& test) const {
    std::array<std::uint32_t, kCompetencesMax> turns{};
    for (const auto competence : test.order)
        if (++turns[competence] > test.counts[competence] && has_eligible(bank, test, competence))
            return competence;
    std::optional<std::size_t> least;
    for (std::size_t competence = 0; competence < bank.of_competence.size(); ++competence)
        if (has_eligible(bank, test, competence) &&
            (!least || test.counts[competence] < test.counts[*least]))
            least = competence;
    return least;
}

std::optional<std::size_t> RoomChoice::choose(const Bank& bank, const TestState& test,
                                              const RoomCounts& room, Draw draw) const {
    const auto competence = next_competence(bank, test);
    if (!competence) return std::nullopt;
    SplitMix64 random(test.seed + test.items.size() + 1);
    const bool is_drawn = draw == Draw::seeded;
    std::optional<std::size_t> best;
    double highest = 0.0;
    bool best_is_spent = false;
    for (const auto item : bank.of_competence[*competence]) {
        if (!is_eligible(bank, test, item)) continue;
        double score = expected_information(item, test.room->ability);
        if (is_drawn) score += parameters_.noise * gumbel(random) - bank.items[item].price;
        const bool spent = is_drawn && is_spent(room, item, parameters_.exposure_max);
        const bool is_better = spent == best_is_spent ? score > highest : best_is_spent;
        if (best && !is_better) continue;
        best = item;
        highest = score;
        best_is_spent = spent;
    }
    return best;
}

}  // namespace preau::adaptive
