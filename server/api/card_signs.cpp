// SPDX-License-Identifier: Apache-2.0
#include "api/card_signs.hpp"

#include "exam/holds.hpp"

#include <algorithm>
#include <array>

namespace preau::api {

namespace {

using exam::Candidate;
using exam::Hold;
using exam::Phase;

using Sign = bool (*)(const Candidate&, const Surroundings&);

bool is_seated(const Candidate& candidate) {
    return candidate.phase == Phase::present || candidate.phase == Phase::authorised ||
           candidate.phase == Phase::in_progress;
}

bool has_report(const Candidate& candidate, const Surroundings&) {
    return candidate.held(Hold::report);
}

bool misses_lockdown(const Candidate& candidate, const Surroundings& around) {
    return is_seated(candidate) && exam::lacks_lockdown(candidate, around.lockdown);
}

bool does_without_lockdown(const Candidate& candidate, const Surroundings& around) {
    return candidate.lockdown_waived && !exam::satisfies(candidate.lockdown, around.lockdown);
}

bool asks_to_resume(const Candidate& candidate, const Surroundings&) {
    return candidate.requested_lease.has_value();
}

bool out_of_time(const Candidate& candidate, const Surroundings&) {
    return candidate.deadline_passed && candidate.phase == Phase::in_progress;
}

bool offline(const Candidate& candidate, const Surroundings&) {
    return candidate.held(Hold::contact);
}

bool silent(const Candidate&, const Surroundings& around) { return around.silent; }

bool lost_focus(const Candidate& candidate, const Surroundings&) {
    const auto* asked = candidate.current();
    return asked != nullptr && asked->focus_lost;
}

bool paused(const Candidate& candidate, const Surroundings&) {
    return candidate.held(Hold::pause) || candidate.held(Hold::room_pause);
}

bool was_interrupted(const Candidate& candidate, const Surroundings&) {
    return unruled_interruption(candidate) != 0;
}

bool has_namesake(const Candidate&, const Surroundings& around) { return around.namesake; }

struct Row {
    std::string_view flag;
    Sign sign;
};

constexpr std::array kRows = {
    Row{"report", has_report},
    Row{"lockdown_missing", misses_lockdown},
    Row{"lockdown_waived", does_without_lockdown},
    Row{"resume_requested", asks_to_resume},
    Row{"deadline_passed", out_of_time},
    Row{"offline", offline},
    Row{"silent", silent},
    Row{"focus_lost", lost_focus},
    Row{"paused", paused},
    Row{"interruption", was_interrupted},
    Row{"homonym", has_namesake},
};

bool awaits_presence(const Candidate& candidate, const Surroundings&) {
    return candidate.phase == Phase::present;
}

bool is_unheard(const Candidate& candidate, const Surroundings& around) {
    return candidate.phase == Phase::in_progress &&
           (candidate.held(Hold::contact) || around.silent);
}

// In the order of urgency: a report stops somebody's test, an interruption can wait.
constexpr std::array<Sign, 7> kUrgent = {has_report,     misses_lockdown, asks_to_resume,
                                         out_of_time,    awaits_presence, is_unheard,
                                         was_interrupted};

}  // namespace

std::vector<std::string_view> flags(const Candidate& candidate, const Surroundings& around) {
    std::vector<std::string_view> flags;
    for (const auto& row : kRows)
        if (row.sign(candidate, around)) flags.push_back(row.flag);
    return flags;
}

std::optional<int> urgency(const Candidate& candidate, const Surroundings& around) {
    const auto first =
        std::ranges::find_if(kUrgent, [&](const Sign sign) { return sign(candidate, around); });
    if (first == kUrgent.end()) return std::nullopt;
    return static_cast<int>(first - kUrgent.begin());
}

int unruled_interruption(const Candidate& candidate) {
    const auto& all = candidate.interruptions;
    if (candidate.phase != Phase::in_progress) return 0;
    const auto found = std::ranges::find_if(all, [](const exam::Interruption& interruption) {
        return interruption.ended && interruption.lasted > Duration{} &&
               interruption.ruling == exam::Interruption::Ruling::none;
    });
    return found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1;
}

}  // namespace preau::api
