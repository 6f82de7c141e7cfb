// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"

#include <map>
#include <optional>
#include <utility>

namespace preau::sim {

/// The time that each candidate has worked, added up from the recorded events by the rule and not
/// by exam's code: from the start of the test to its end, less the stretches between a contact lost
/// and the contact regained.
class TimeAccount {
  public:
    void note(const exam::Event& event, Tick now) {
        auto& entry = entries_[exam::candidate_of(event)];
        if (std::get_if<exam::event::TestStarted>(&event) != nullptr) entry = {now, {}, {}};
        if (const auto* lost = std::get_if<exam::event::ContactLost>(&event))
            entry.lost_at = lost->since;
        if (std::get_if<exam::event::ContactRegained>(&event) != nullptr && entry.lost_at)
            entry.away = entry.away + (now - *std::exchange(entry.lost_at, std::nullopt));
    }

    /// Of a candidate whose test is under way.
    Duration worked(CandidateNumber candidate, Tick now) const {
        const auto& entry = entries_.at(candidate);
        return entry.lost_at.value_or(now) - entry.began - entry.away;
    }

  private:
    struct Entry {
        Tick began;
        Duration away;
        std::optional<Tick> lost_at;
    };
    std::map<CandidateNumber, Entry> entries_;
};

}  // namespace preau::sim
