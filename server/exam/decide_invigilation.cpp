// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_invigilation.hpp"

#include "base/limits.hpp"
#include "exam/decide_presence.hpp"
#include "exam/holds.hpp"

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

bool started(const Candidate& candidate) {
    return candidate.phase == Phase::in_progress || candidate.phase == Phase::finished;
}

std::optional<Refusal> why_not_finalise(const Session& session, const command::Finalise& command) {
    if (session.finalised) return Refusal::already_finalised;
    bool any_started = false;
    for (const auto& [number, candidate] : session.candidates) {
        any_started = any_started || started(candidate);
        if (candidate.held(Hold::report)) return Refusal::report_open;
        const bool has_reason = command.abort_reasons.contains(number);
        if (needs_abort_reason(candidate) && !has_reason) return Refusal::abort_reason_missing;
        if (!needs_abort_reason(candidate) && has_reason) return Refusal::abort_reason_unexpected;
    }
    for (const auto& [number, reason] : command.abort_reasons)
        if (session.find(number) == nullptr) return Refusal::candidate_unknown;
    return any_started ? std::nullopt : std::optional(Refusal::no_test_started);
}

std::optional<AbortReason> reason_of(const command::Finalise& command, CandidateNumber number) {
    const auto found = command.abort_reasons.find(number);
    return found == command.abort_reasons.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Decision send_message(const Session& session, const command::SendMessage& c) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    if (session.messages.size() >= limits::messages_max) return fail(Refusal::too_many_changes);
    return Events{event::MessageSent{c.text, c.by}};
}

Decision waive_lockdown(const Session& session, const command::WaiveLockdown& c) {
    auto decided = when_allowed(session, c.candidate, Act::waive_lockdown,
                                event::LockdownWaived{c.candidate, c.by});
    if (decided && !lacks_lockdown(*session.find(c.candidate), session.sheet.lockdown))
        return Events{};
    return decided;
}

Decision note_incident(const Session& session, const command::NoteIncident& c) {
    if (needs_description(c.category) && c.description.empty())
        return fail(Refusal::description_missing);
    return when_allowed(session, c.candidate, Act::note_incident,
                        event::IncidentNoted{c.candidate, c.category, c.description, c.by});
}

Decision end_test(const Session& session, const command::EndTest& c) {
    return when_allowed(session, c.candidate, Act::end_test,
                        event::TestFinished{c.candidate, FinishReason::ended_by_invigilator, c.by,
                                            c.reason, c.note});
}

Decision finalise(const Session& session, const command::Finalise& command,
                  const Context& context) {
    if (const auto no = why_not_finalise(session, command)) return fail(*no);
    Events events;
    for (const auto& [number, candidate] : session.candidates)
        if (candidate.phase == Phase::in_progress)
            events.push_back(event::TestFinished{number, FinishReason::finalised});
    events.push_back(event::SessionFinalised{command.abort_reasons});
    for (const auto& [number, candidate] : session.candidates)
        if (started(candidate))
            events.push_back(event::ResultDecided{
                number, score_test(candidate, reason_of(command, number), context.content)});
    return events;
}

}  // namespace preau::exam
