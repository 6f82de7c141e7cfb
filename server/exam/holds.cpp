// SPDX-License-Identifier: Apache-2.0
#include "exam/holds.hpp"

#include <algorithm>
#include <array>

namespace preau::exam {

namespace {

struct Row {
    Hold hold;
    std::optional<Refusal> refusal;
};

// In the order in which they are told.
constexpr std::array kRows = {
    Row{Hold::lockdown, Refusal::lockdown_missing},
    Row{Hold::report, Refusal::report_open},
    Row{Hold::pause, Refusal::paused},
    Row{Hold::room_pause, Refusal::paused},
    Row{Hold::contact, std::nullopt},
};

bool only_contact(const Candidate& candidate) {
    return candidate.holds.size() == 1 && candidate.holds.contains(Hold::contact);
}

/// Adds the stretch that a lost contact alone held the clock.
void close_stretch(Candidate& candidate, Tick now) {
    if (!only_contact(candidate)) return;
    auto& interruption = candidate.interruptions.back();
    if (!interruption.alone_since) return;
    interruption.lasted =
        interruption.lasted + std::max(Duration{0}, now - *interruption.alone_since);
    interruption.alone_since.reset();
}

void open_stretch(Candidate& candidate, Tick now) {
    if (only_contact(candidate)) candidate.interruptions.back().alone_since = now;
}

}  // namespace

void take_hold(Candidate& candidate, Hold hold, Tick since) {
    if (candidate.holds.contains(hold)) return;
    auto& timing = candidate.timing;
    if (timing.running_since) since = std::max(since, *timing.running_since);
    close_stretch(candidate, since);
    if (hold == Hold::contact) candidate.interruptions.push_back({.began = since});
    candidate.holds.insert(hold);
    timing = exam::hold(timing, since);
    open_stretch(candidate, since);
}

void end_hold(Candidate& candidate, Hold hold, Tick now) {
    if (!candidate.holds.contains(hold)) return;
    close_stretch(candidate, now);
    candidate.holds.erase(hold);
    if (hold == Hold::contact) candidate.interruptions.back().ended = true;
    if (candidate.holds.empty()) candidate.timing = release(candidate.timing, now);
    open_stretch(candidate, now);
}

void end_every_hold(Candidate& candidate, Tick now) {
    close_stretch(candidate, now);
    if (candidate.holds.contains(Hold::contact)) candidate.interruptions.back().ended = true;
    candidate.holds.clear();
    candidate.timing = exam::hold(candidate.timing, now);
}

std::optional<Refusal> why_held(const Candidate& candidate) {
    for (const auto& row : kRows)
        if (row.refusal && candidate.holds.contains(row.hold)) return row.refusal;
    return std::nullopt;
}

bool lacks_lockdown(const Candidate& candidate, LockdownPolicy policy) {
    return !candidate.lockdown_waived && !satisfies(candidate.lockdown, policy);
}

}  // namespace preau::exam
