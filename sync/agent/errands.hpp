// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/downloads.hpp"
#include "agent/rounds.hpp"

namespace preau::agent {

/// What the running agent does by the net: bundles first, then what the platform has for the box,
/// every quarter of an hour, later after failures, at once after a delivery or when asked.
class Errands {
  public:
    Errands(Rounds& rounds, Downloads& downloads, Deliveries& deliveries, Clock& clock,
            Entropy& entropy, std::filesystem::path try_now)
        : rounds_(rounds),
          downloads_(downloads),
          deliveries_(deliveries),
          clock_(clock),
          entropy_(entropy),
          try_now_(std::move(try_now)) {}

    /// Every second.
    void look();

  private:
    bool is_asked();
    void fetch();

    Rounds& rounds_;
    Downloads& downloads_;
    Deliveries& deliveries_;
    Clock& clock_;
    Entropy& entropy_;
    std::filesystem::path try_now_;  ///< a file that the box touches: somebody says "now"
    std::optional<std::filesystem::file_time_type> asked_;
    BackOff back_off_;
    Duration fetch_at_;
};

}  // namespace preau::agent
