// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/deliveries.hpp"
#include "agent/stick.hpp"

namespace preau::agent {

/// Looks for sticks in the folder where the machine mounts them, and exchanges with each: when it
/// appears, when something new waits, and again after a failure.
class StickWatch {
  public:
    /// `mounts`: each folder in it that is a medium of its own, or that holds PREAU, is a stick.
    StickWatch(std::filesystem::path mounts, Stick& stick, Deliveries& deliveries, Clock& clock)
        : mounts_(std::move(mounts)), stick_(stick), deliveries_(deliveries), clock_(clock) {}

    /// Often; it exchanges at most every few seconds.
    void look();
    /// With this one, now; what it did is shown.
    StickExchange exchange(const std::filesystem::path& root);

  private:
    std::set<std::filesystem::path> sticks() const;
    bool is_due(const std::set<std::filesystem::path>& here) const;

    std::filesystem::path mounts_;
    Stick& stick_;
    Deliveries& deliveries_;
    Clock& clock_;
    std::set<std::filesystem::path> seen_;
    Duration done_at_;
};

}  // namespace preau::agent
