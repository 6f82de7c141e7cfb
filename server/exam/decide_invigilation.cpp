// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_invigilation.hpp"

#include "exam/phases.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

Decision when_allowed(const Session& session, CandidateNumber number, Act act, Event event) {
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(number);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (const auto no = refused(act, candidate->phase)) return fail(*no);
    return Events{std::move(event)};
}

bool started(const Candidate& candidate) {
    return candidate.phase == Phase::in_progress || candidate.phase == Phase::finished;
}

std::optional<Refusal> why_not_finalise(const Session& session, const command::Finalise& command) {
    if (session.finalised) return Refusal::already_finalised;
    bool any_started = false;
    for (const auto& [number, candidate] : session.candidates) {
        any_started = any_started || started(candidate);
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

Decision confirm_presence(const Session& session, const command::ConfirmPresence& c) {
    auto confirmed = when_allowed(session, c.candidate, Act::confirm_presence,
                                  event::PresenceConfirmed{c.candidate});
    if (confirmed && session.find(c.candidate)->requested_lease)
        confirmed->insert(confirmed->begin(), event::ResumeAuthorised{c.candidate});
    return confirmed;
}

Decision cancel_presence(const Session& session, const command::CancelPresence& c) {
    return when_allowed(session, c.candidate, Act::cancel_presence,
                        event::PresenceCancelled{c.candidate});
}

Decision authorise_resume(const Session& session, const command::AuthoriseResume& c) {
    const auto* candidate = session.find(c.candidate);
    if (candidate != nullptr && !candidate->requested_lease)
        return fail(Refusal::nothing_to_resume);
    return when_allowed(session, c.candidate, Act::authorise_resume,
                        event::ResumeAuthorised{c.candidate});
}

Decision end_test(const Session& session, const command::EndTest& c) {
    return when_allowed(session, c.candidate, Act::end_test,
                        event::TestFinished{c.candidate, FinishReason::ended_by_invigilator});
}

Decision lose_contact(const Session& session, const command::LoseContact& c,
                      const Context& context) {
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (candidate->phase != Phase::in_progress || candidate->held()) return Events{};
    // The current question was asked to somebody, and opened by somebody: contact was not lost
    // before.
    const auto& question = candidate->questions.back();
    const Tick heard = question.opening ? question.opening->at : question.asked;
    return Events{event::ContactLost{c.candidate, std::max(heard, std::min(c.since, context.now))}};
}

Decision regain_contact(const Session& session, const command::RegainContact& c) {
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (!candidate->held()) return Events{};
    return Events{event::ContactRegained{c.candidate}};
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
