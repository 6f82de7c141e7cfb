// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"
#include "pack/pack.hpp"

#include <optional>
#include <string>

namespace preau::tool {

/// 32 hexadecimal digits: the id of a new act.
std::string draw_command(SplitMix64& random);

/// How a robot answers: right with the probability that the 2PL model gives to its ability, else
/// wrong, now and then not at all. The same seed answers the same questions the same way.
class AnswerStyle {
  public:
    AnswerStyle(const pack::Pack& pack, double ability, std::uint64_t seed);

    /// The value to send; nothing for an item that the pack does not have.
    std::optional<std::string> choose(const std::string& item);
    /// Now and then a robot leaves the page of a focus question.
    bool looks_away() { return random_.uniform() < kLooksAwayProbability; }
    /// Also from the seed: the id of a new act, or a token.
    std::string draw_command() { return tool::draw_command(random_); }

  private:
    static constexpr double kLooksAwayProbability = 0.1;

    const pack::Pack& pack_;
    double ability_;
    SplitMix64 random_;
};

/// An ability on the logit scale: most near 0.5, few beyond -3 or 4.
double draw_ability(SplitMix64& random);

}  // namespace preau::tool
