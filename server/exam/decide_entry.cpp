// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_entry.hpp"

#include "base/limits.hpp"
#include "exam/codes.hpp"
#include "exam/next_question.hpp"
#include "exam/phases.hpp"

#include <set>

namespace preau::exam {

namespace {

Result<const Candidate*, Refusal> who_is(const Session& session, const Identity& identity) {
    const Candidate* found = nullptr;
    for (const auto& [number, candidate] : session.candidates) {
        if (!same_person(candidate.enrolment.identity, identity)) continue;
        if (found != nullptr) return fail(Refusal::several_candidates);
        found = &candidate;
    }
    if (found == nullptr) return fail(Refusal::candidate_unknown);
    return found;
}

// The roster comes from a signed document that was checked when it was read.
void check_roster(const std::vector<Enrolment>& roster) {
    std::set<CandidateNumber> numbers;
    for (const auto& enrolment : roster) {
        const auto number = enrolment.candidate.value;
        PREAU_CHECK(number > 0 && number <= limits::candidates_per_session_max);
        PREAU_CHECK(numbers.insert(enrolment.candidate).second);
    }
}

}  // namespace

Decision open_session(const Session& session, const command::OpenSession& command) {
    if (session.opened) return fail(Refusal::already_opened);
    check_roster(command.roster);
    std::vector<Event> events{event::SessionOpened{command.sheet}};
    for (const auto& enrolment : command.roster)
        events.push_back(event::CandidateEnrolled{enrolment});
    return events;
}

Decision enter_invigilation(const Session& session, const command::EnterInvigilation& command) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    return std::vector<Event>{event::InvigilatorEntered{command.token}};
}

Decision join(const Session& session, const command::Join& command) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    const auto candidate = who_is(session, command.identity);
    if (!candidate) return fail(candidate.error());
    const auto& found = **candidate;
    const auto number = found.enrolment.candidate;
    const bool takes_over = found.lease.has_value() && found.phase != Phase::finished;
    if (found.requested_lease == command.token) return std::vector<Event>{};
    if (takes_over) return std::vector<Event>{event::ResumeRequested{number, command.token}};
    return std::vector<Event>{event::CandidateJoined{number, command.token}};
}

Decision start_test(const Session& session, const command::StartTest& command,
                    const Context& context) {
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (!same_access_code(command.access_code, session.sheet.access_code))
        return fail(Refusal::access_code_wrong);
    if (const auto no = refused(Act::start_test, candidate->phase)) return fail(*no);
    if (authorisation_expired(*candidate, context.now)) return fail(Refusal::not_authorised);
    auto starting = *candidate;
    starting.seed = command.seed;
    const auto first = choose_question(session, starting, context.content);
    if (!first) return fail(Refusal::lack_of_questions);
    return std::vector<Event>{event::TestStarted{command.candidate, command.seed}, *first};
}

}  // namespace preau::exam
