// SPDX-License-Identifier: Apache-2.0
#include "sim/time_account.hpp"

namespace preau::sim {

using exam::Hold;
namespace event = exam::event;

void TimeAccount::note(const exam::Event& event, Tick now) {
    note_room(event, now);
    const auto candidate = exam::candidate_of(event);
    if (std::holds_alternative<event::TestStarted>(event)) {
        entries_[candidate] = {.began = now, .counted = now, .under_way = true};
        return;
    }
    const auto found = entries_.find(candidate);
    if (found == entries_.end() || !found->second.under_way) return;
    auto& entry = found->second;
    if (const auto* lost = std::get_if<event::ContactLost>(&event))
        hold(entry, Hold::contact, lost->since);
    if (std::holds_alternative<event::ContactRegained>(event)) release(entry, Hold::contact, now);
    if (std::holds_alternative<event::ReportRaised>(event)) hold(entry, Hold::report, now);
    if (std::holds_alternative<event::ReportAccepted>(event) ||
        std::holds_alternative<event::ReportRefused>(event))
        release(entry, Hold::report, now);
    if (std::holds_alternative<event::TestPaused>(event)) hold(entry, Hold::pause, now);
    if (std::holds_alternative<event::TestContinued>(event)) release(entry, Hold::pause, now);
    if (const auto* time = std::get_if<event::TimeAdded>(&event))
        entry.added = entry.added + time->added;
    if (const auto* ruled = std::get_if<event::InterruptionRuled>(&event)) rule(entry, *ruled);
    if (std::holds_alternative<event::TestFinished>(event)) {
        count(entry, now);
        entry.under_way = false;
    }
}

const TimeAccount::Entry* TimeAccount::of(CandidateNumber candidate) const {
    const auto found = entries_.find(candidate);
    return found == entries_.end() ? nullptr : &found->second;
}

Duration TimeAccount::worked(CandidateNumber candidate, Tick now) const {
    auto entry = entries_.at(candidate);
    count(entry, now);
    return entry.worked;
}

void TimeAccount::note_room(const exam::Event& event, Tick now) {
    for (auto& [number, entry] : entries_) {
        if (!entry.under_way) continue;
        if (std::holds_alternative<event::RoomPaused>(event)) hold(entry, Hold::room_pause, now);
        if (std::holds_alternative<event::RoomContinued>(event))
            release(entry, Hold::room_pause, now);
    }
}

/// A contact may be found lost after the fact, but no stretch is counted twice.
void TimeAccount::hold(Entry& entry, Hold hold, Tick since) {
    count(entry, since);
    if (hold == Hold::contact) entry.interruptions.emplace_back();
    entry.holds.insert(hold);
}

void TimeAccount::release(Entry& entry, Hold hold, Tick now) {
    count(entry, now);
    entry.holds.erase(hold);
}

void TimeAccount::rule(Entry& entry, const event::InterruptionRuled& ruled) {
    const auto index = static_cast<std::size_t>(ruled.interruption) - 1;
    if (ruled.granted)
        entry.charged.erase(index);
    else
        entry.charged.insert(index);
    entry.withdrawn = {};
    for (const auto one : entry.charged)
        entry.withdrawn = entry.withdrawn + entry.interruptions.at(one);
}

void TimeAccount::count(Entry& entry, Tick until) {
    if (until < entry.counted) return;
    const auto stretch = until - entry.counted;
    entry.counted = until;
    auto& sum = entry.holds.empty()                      ? entry.worked
                : entry.holds == std::set{Hold::contact} ? entry.away
                                                         : entry.held;
    sum = sum + stretch;
    if (entry.holds == std::set{Hold::contact})
        entry.interruptions.back() = entry.interruptions.back() + stretch;
}

}  // namespace preau::sim
