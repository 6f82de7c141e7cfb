// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/back_off.hpp"
#include "agent/courier.hpp"

namespace preau::agent {

/// Which bundle to try when. What is wrong with one bundle makes that one wait; what is wrong with
/// the line makes all of them wait, but a bundle never tried before is tried at once. Each wait
/// grows (BackOff), or is longer when the platform asks, and ends for all when somebody asks.
class Rounds {
  public:
    Rounds(Courier& courier, Deliveries& deliveries, Clock& clock, Entropy& entropy)
        : courier_(courier), deliveries_(deliveries), clock_(clock), entropy_(entropy) {}

    /// Tries what is due, one after the other.
    void look();
    /// Forgets every wait: somebody says that the line is there again.
    void try_now();

  private:
    struct Turn {
        BackOff back_off;
        Duration not_before;
    };

    bool is_due(const std::string& session, Duration now) const;
    bool try_one(const std::string& session);
    void announce(const std::string& session, bool is_line, WallTime next_try);
    Duration postpone(Turn& turn, const Obstacle& obstacle);
    void complain(const Error& error);

    Courier& courier_;
    Deliveries& deliveries_;
    Clock& clock_;
    Entropy& entropy_;
    std::map<std::string, Turn> turns_;  ///< of the bundles tried before
    Turn line_;
    bool complained_ = false;
};

}  // namespace preau::agent
