// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

namespace preau::agent {

/// How long to wait after a failure: doubles from five seconds to an hour, and each wait is drawn
/// between half of it and all of it, so that boxes which failed together do not come back together.
class BackOff {
  public:
    Duration next(Entropy& entropy);
    void reset() { longest_ = kFirst; }

  private:
    static constexpr Duration kFirst = seconds(5);
    static constexpr Duration kLast = minutes(60);

    Duration longest_ = kFirst;
};

}  // namespace preau::agent
