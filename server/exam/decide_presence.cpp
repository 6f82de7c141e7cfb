// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_presence.hpp"

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

}  // namespace

Decision when_allowed(const Session& session, CandidateNumber number, Act act, Event event) {
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(number);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (const auto no = refused(act, candidate->phase)) return fail(*no);
    return Events{std::move(event)};
}

Decision confirm_presence(const Session& session, const command::ConfirmPresence& c) {
    auto confirmed = when_allowed(session, c.candidate, Act::confirm_presence,
                                  event::PresenceConfirmed{c.candidate, c.by});
    if (confirmed && session.find(c.candidate)->requested_lease)
        confirmed->insert(confirmed->begin(), event::ResumeAuthorised{c.candidate, c.by});
    return confirmed;
}

Decision confirm_all_present(const Session& session, const command::ConfirmAllPresent& c) {
    if (session.finalised) return fail(Refusal::session_closed);
    Events events;
    for (const auto& [number, candidate] : session.candidates)
        if (candidate.phase == Phase::present && !candidate.requested_lease)
            events.push_back(event::PresenceConfirmed{number, c.by, false});
    return events;
}

Decision cancel_presence(const Session& session, const command::CancelPresence& c) {
    return when_allowed(session, c.candidate, Act::cancel_presence,
                        event::PresenceCancelled{c.candidate, c.by});
}

Decision authorise_resume(const Session& session, const command::AuthoriseResume& c) {
    const auto* candidate = session.find(c.candidate);
    if (candidate != nullptr && !candidate->requested_lease)
        return fail(Refusal::nothing_to_resume);
    return when_allowed(session, c.candidate, Act::authorise_resume,
                        event::ResumeAuthorised{c.candidate, c.by});
}

Decision release_seat(const Session& session, const command::ReleaseSeat& c) {
    auto released = when_allowed(session, c.candidate, Act::release_seat,
                                 event::SeatReleased{c.candidate, c.by});
    if (!released) return released;
    const auto& candidate = *session.find(c.candidate);
    if (!candidate.lease && !candidate.requested_lease) return Events{};
    return released;
}

}  // namespace preau::exam
