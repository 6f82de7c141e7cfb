// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/loopback.hpp"

#include <string>

namespace preau::test {

/// What a line does to the bytes of one connection, counted in each direction from 0.
struct Damage {
    enum class Kind { none, cut, alter, drop, duplicate };
    enum class Way { up, down };
    Kind kind = Kind::none;
    Way way = Way::up;
    std::uint64_t at = 0;  ///< the byte concerned; a cut lets none after it through
};

/// A line to another port of this machine that damages what goes through. A connection that lost a
/// byte is cut once it has been quiet for a moment: nobody waits for what cannot come.
class BreakingLine {
  public:
    /// `plan`: what befalls each connection, from its number.
    using Plan = std::function<Damage(int number)>;

    BreakingLine(std::uint16_t to, Plan plan);

    std::uint16_t port() const { return loopback_.port(); }

  private:
    void carry(int near, int number);

    std::uint16_t to_;
    Plan plan_;
    Loopback loopback_;
};

}  // namespace preau::test
