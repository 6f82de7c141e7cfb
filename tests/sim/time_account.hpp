// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"

#include <map>
#include <set>
#include <vector>

namespace preau::sim {

/// The time of each candidate, added up from the recorded events by the rule and not by exam's
/// code: each stretch between two records is work, time that a lost contact alone held, or time
/// held by something else; nothing is both, and nothing is left out.
class TimeAccount {
  public:
    struct Entry {
        Tick began{};
        Tick counted{};  ///< every stretch before it is in one of the three sums
        Duration worked{}, held{}, away{};
        Duration added{}, withdrawn{};
        std::set<exam::Hold> holds{};
        std::vector<Duration> interruptions{};  ///< what each lost contact alone held
        std::set<std::size_t> charged{};        ///< interruptions whose time was taken back
        bool under_way = false;
    };

    void note(const exam::Event& event, Tick now);

    /// Null of a candidate who has not started.
    const Entry* of(CandidateNumber candidate) const;
    /// Of a candidate whose test is under way.
    Duration worked(CandidateNumber candidate, Tick now) const;

  private:
    void hold(Entry& entry, exam::Hold hold, Tick since);
    void release(Entry& entry, exam::Hold hold, Tick now);
    void rule(Entry& entry, const exam::event::InterruptionRuled& ruled);
    void note_room(const exam::Event& event, Tick now);
    static void count(Entry& entry, Tick until);

    std::map<CandidateNumber, Entry> entries_;
};

}  // namespace preau::sim
