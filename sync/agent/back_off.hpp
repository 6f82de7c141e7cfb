// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

namespace preau::agent {

/// How long to wait after a failure: doubles from a second to a minute, and each wait is drawn
/// between half of it and all of it, so that boxes which failed together do not come back together.
class BackOff {
  public:
    explicit BackOff(Entropy& entropy) : entropy_(entropy) {}

    Duration next();
    void reset() { longest_ = kFirst; }

  private:
    static constexpr Duration kFirst = seconds(1);
    static constexpr Duration kLast = seconds(60);

    Entropy& entropy_;
    Duration longest_ = kFirst;
};

}  // namespace preau::agent
