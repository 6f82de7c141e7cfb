// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/manual_clock.hpp"

#include <functional>
#include <map>
#include <utility>

namespace preau::sim {

/// Does what is due, in order of time, then in the order it was asked for. The box's clock moves
/// with it; nothing else makes time pass.
class Scheduler {
  public:
    explicit Scheduler(test::ManualClock& clock) : clock_(clock) {}

    Duration now() const { return now_; }
    void after(Duration delay, std::function<void()> act) {
        due_.emplace(std::pair{now_ + delay, ++count_}, std::move(act));
    }

    /// False when nothing is left to do.
    bool step() {
        if (due_.empty()) return false;
        auto next = due_.extract(due_.begin());
        clock_.pass(next.key().first - now_);
        now_ = next.key().first;
        next.mapped()();
        return true;
    }

  private:
    test::ManualClock& clock_;
    Duration now_;
    std::uint64_t count_ = 0;
    std::map<std::pair<Duration, std::uint64_t>, std::function<void()>> due_;
};

}  // namespace preau::sim
