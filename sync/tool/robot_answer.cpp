// SPDX-License-Identifier: Apache-2.0
#include "tool/robot_answer.hpp"

#include "adaptive/capacity.hpp"
#include "answers/examine.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::tool {

namespace {

constexpr double kSkipProbability = 0.04;

/// A choice of proposals, "1,3", from the bits of a number.
std::string proposals_text(std::uint64_t bits, std::size_t proposals) {
    std::string text;
    for (std::size_t i = 0; i < proposals; ++i)
        if ((bits >> i & 1) != 0) text += fmt::format("{}{}", text.empty() ? "" : ",", i + 1);
    return text;
}

}  // namespace

AnswerStyle::AnswerStyle(const pack::Pack& pack, double ability, std::uint64_t seed)
    : pack_(pack), ability_(ability), random_(seed) {}

std::optional<std::string> AnswerStyle::choose(const std::string& item) {
    const auto found = std::ranges::find(pack_.items, item, &adaptive::Item::id);
    if (found == pack_.items.end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(found - pack_.items.begin());
    const auto& key = pack_.keys.at(index);
    if (random_.uniform() < kSkipProbability) return std::string(answers::kSkipped);
    const double chance =
        adaptive::success_probability(ability_, found->discriminant, found->difficulty);
    if (random_.uniform() < chance) return right(key);
    return wrong(key, pack_.questions.at(index).proposals_html.size());
}

std::string AnswerStyle::draw_command() {
    return fmt::format("{:016x}{:016x}", random_.next(), random_.next());
}

std::string AnswerStyle::right(const answers::Key& key) {
    return key.solutions.at(random_.below(key.solutions.size()));
}

std::string AnswerStyle::wrong(const answers::Key& key, std::size_t proposals) {
    for (;;) {
        std::string value;
        if (key.kind == answers::Kind::qcu)
            value = std::to_string(1 + random_.below(proposals));
        else if (key.kind == answers::Kind::qcm)
            value =
                proposals_text(1 + random_.below((std::uint64_t{1} << proposals) - 1), proposals);
        else
            value = std::to_string(random_.below(1'000'000'000));
        if (answers::validate(key, value) != answers::Status::ok) return value;
    }
}

double draw_ability(SplitMix64& random) {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += random.uniform();  // variance 1 (Irwin-Hall)
    return 0.5 + 1.2 * (sum - 6);
}

}  // namespace preau::tool
