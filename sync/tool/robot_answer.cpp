// SPDX-License-Identifier: Apache-2.0
#include "tool/robot_answer.hpp"

#include "adaptive/capacity.hpp"
#include "answers/examine.hpp"
#include "tool/robot_value.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::tool {

namespace {

constexpr double kSkipProbability = 0.04;

}  // namespace

AnswerStyle::AnswerStyle(const pack::Pack& pack, double ability, std::uint64_t seed)
    : pack_(pack), ability_(ability), random_(seed) {}

std::optional<std::string> AnswerStyle::choose(const std::string& item) {
    const auto found = std::ranges::find(pack_.items, item, &adaptive::Item::id);
    if (found == pack_.items.end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(found - pack_.items.begin());
    const auto& question = pack_.questions.at(index);
    const auto& key = pack_.keys.at(index);
    if (random_.uniform() < kSkipProbability) return std::string(answers::kSkipped);
    const double chance =
        adaptive::success_probability(ability_, found->discriminant, found->difficulty);
    return random_.uniform() < chance ? right_value(question, key, random_)
                                      : wrong_value(question, key, random_);
}

std::string draw_command(SplitMix64& random) {
    const auto first = random.next();
    return fmt::format("{:016x}{:016x}", first, random.next());
}

double draw_ability(SplitMix64& random) {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += random.uniform();  // variance 1 (Irwin-Hall)
    return 0.5 + 1.2 * (sum - 6);
}

}  // namespace preau::tool
