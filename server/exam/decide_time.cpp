// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_time.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "exam/decide_presence.hpp"

namespace preau::exam {

namespace {

using Events = std::vector<Event>;
constexpr CandidateNumber kRoom{};

Decision pause_room(const Session& session, const command::Pause& c) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    if (session.paused == c.paused) return Events{};
    if (c.paused) return Events{event::RoomPaused{c.by}};
    return Events{event::RoomContinued{c.by}};
}

}  // namespace

Decision add_time(const Session& session, const command::AddTime& c) {
    PREAU_CHECK(c.added > Duration{0} && c.added <= Duration{limits::added_time_ms_max});
    if (c.candidate != kRoom)
        return when_allowed(session, c.candidate, Act::add_time,
                            event::TimeAdded{c.candidate, c.added, c.reason, c.by});
    if (session.finalised) return fail(Refusal::session_closed);
    Events events;
    for (const auto& [number, candidate] : session.candidates)
        if (candidate.phase == Phase::in_progress)
            events.push_back(event::TimeAdded{number, c.added, c.reason, c.by});
    if (events.empty()) return fail(Refusal::not_started);
    return events;
}

Decision pause(const Session& session, const command::Pause& c) {
    if (c.candidate == kRoom) return pause_room(session, c);
    const auto event = c.paused ? Event(event::TestPaused{c.candidate, c.by})
                                : Event(event::TestContinued{c.candidate, c.by});
    auto decided = when_allowed(session, c.candidate, Act::pause, event);
    if (decided && session.find(c.candidate)->held(Hold::pause) == c.paused) return Events{};
    return decided;
}

Decision rule_interruption(const Session& session, const command::RuleInterruption& c) {
    using enum Interruption::Ruling;
    auto decided =
        when_allowed(session, c.candidate, Act::rule_interruption,
                     event::InterruptionRuled{c.candidate, c.interruption, c.granted, c.by});
    if (!decided) return decided;
    const auto& all = session.find(c.candidate)->interruptions;
    if (c.interruption < 1 || static_cast<std::size_t>(c.interruption) > all.size())
        return fail(Refusal::interruption_unknown);
    const auto& interruption = all[static_cast<std::size_t>(c.interruption) - 1];
    if (!interruption.ended) return fail(Refusal::interruption_unknown);
    if (interruption.ruling == (c.granted ? granted : withdrawn)) return Events{};
    return decided;
}

Decision observe_time(const Session& session, const Context& context) {
    Events events;
    if (session.finalised) return events;
    for (const auto& [number, candidate] : session.candidates) {
        if (authorisation_expired(candidate, context.now))
            events.push_back(event::AuthorisationExpired{number});
        if (candidate.phase != Phase::in_progress || !deadline_reached(candidate, context))
            continue;
        if (!candidate.deadline_passed) events.push_back(event::DeadlinePassed{number});
        if (context.content.version.deadline_policy == adaptive::DeadlinePolicy::close)
            events.push_back(event::TestFinished{number, FinishReason::time});
    }
    return events;
}

}  // namespace preau::exam
