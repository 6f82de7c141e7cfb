// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

#include <map>
#include <mutex>
#include <string>

namespace preau::central {

/// How often one address may try something in a while; beyond it, not at all. Any thread.
class Tries {
  public:
    Tries(Clock& clock, int tries_max, Duration window)
        : clock_(clock), tries_max_(tries_max), window_(window) {}

    /// Counts one try; false when there were too many.
    bool allow(const std::string& key);

  private:
    struct Count {
        Duration since;
        int tries = 0;
    };

    Clock& clock_;
    int tries_max_;
    Duration window_;
    std::mutex mutex_;
    std::map<std::string, Count> counts_;
};

}  // namespace preau::central
