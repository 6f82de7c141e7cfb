// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_entry.hpp"

#include "base/limits.hpp"
#include "exam/codes.hpp"
#include "exam/holds.hpp"
#include "exam/next_question.hpp"
#include "exam/phases.hpp"

#include <algorithm>
#include <set>

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

struct Recognised {
    const Session& session;

    Result<const Candidate*, Refusal> operator()(const Identity& identity) const {
        return only_one(Refusal::candidate_unknown, [&](const Enrolment& enrolment) {
            return same_person(enrolment.identity, identity);
        });
    }
    Result<const Candidate*, Refusal> operator()(const std::string& code) const {
        return only_one(Refusal::code_unknown, [&](const Enrolment& enrolment) {
            return !enrolment.code.empty() && same_code(code, enrolment.code);
        });
    }

  private:
    Result<const Candidate*, Refusal> only_one(Refusal none, const auto& is_meant) const {
        const Candidate* found = nullptr;
        for (const auto& [number, candidate] : session.candidates) {
            if (!is_meant(candidate.enrolment)) continue;
            if (found != nullptr) return fail(Refusal::several_candidates);
            found = &candidate;
        }
        if (found == nullptr) return fail(none);
        return found;
    }
};

bool is_of(const Candidate& candidate, const Hash& token) {
    return candidate.lease == token || candidate.requested_lease == token;
}

/// A device acts for one candidate.
bool is_of_another(const Session& session, CandidateNumber number, const Hash& token) {
    return std::ranges::any_of(session.candidates, [&](const auto& entry) {
        return entry.first != number && is_of(entry.second, token);
    });
}

/// Two of one name and birth date are two people only when each has an account of its own.
bool is_enrolled(const Session& session, const Enrolment& enrolment) {
    return std::ranges::any_of(session.candidates, [&](const auto& entry) {
        const auto& other = entry.second.enrolment;
        const bool same_account = !enrolment.account.empty() && enrolment.account == other.account;
        const bool told_apart = !enrolment.account.empty() && !other.account.empty();
        return same_account || (same_person(enrolment.identity, other.identity) && !told_apart);
    });
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
    Events events{event::SessionOpened{command.sheet}};
    if (command.window_override)
        events.push_back(event::WindowOverridden{*command.window_override});
    for (const auto& enrolment : command.roster)
        events.push_back(event::CandidateEnrolled{enrolment});
    return events;
}

Decision enrol_late(const Session& session, const command::EnrolLate& command) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    if (is_enrolled(session, command.enrolment)) return fail(Refusal::already_enrolled);
    const auto last = session.candidates.empty() ? 0 : session.candidates.rbegin()->first.value;
    if (last >= limits::candidates_per_session_max) return fail(Refusal::session_full);
    auto enrolment = command.enrolment;
    enrolment.candidate = {last + 1};
    return Events{event::CandidateEnrolledLate{std::move(enrolment), command.change, command.why,
                                               command.by}};
}

Decision enter_invigilation(const Session& session, const command::EnterInvigilation& command) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    return Events{event::InvigilatorEntered{command.token, command.name, command.listed}};
}

Decision join(const Session& session, const command::Join& command) {
    if (!session.opened || session.finalised) return fail(Refusal::session_closed);
    const auto candidate = std::visit(Recognised{session}, command.who);
    if (!candidate) return fail(candidate.error());
    const auto& found = **candidate;
    const auto number = found.enrolment.candidate;
    if (is_of(found, command.token)) return Events{};
    if (is_of_another(session, number, command.token)) return fail(Refusal::device_in_use);
    const auto way = command.who.index() == 0 ? JoinWay::identity : JoinWay::code;
    Arrival arrival{way, command.seat, command.lockdown};
    if (found.lease && found.phase != Phase::finished)
        return Events{event::ResumeRequested{number, command.token, std::move(arrival)}};
    return Events{event::CandidateJoined{number, command.token, std::move(arrival)}};
}

Decision leave(const Session& session, const command::Leave& command) {
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    const bool only_asks = command.token && candidate->requested_lease == command.token;
    if (only_asks) return Events{event::CandidateLeft{command.candidate, *command.token}};
    if (const auto no = refused(Act::leave, candidate->phase)) return fail(*no);
    if (!candidate->lease || (command.token && candidate->lease != command.token)) return Events{};
    return Events{event::CandidateLeft{command.candidate, *candidate->lease}};
}

Decision start_test(const Session& session, const command::StartTest& command,
                    const Context& context) {
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (!same_code(command.access_code, session.sheet.access_code))
        return fail(Refusal::access_code_wrong);
    if (const auto no = refused(Act::start_test, candidate->phase)) return fail(*no);
    if (authorisation_expired(*candidate, context.now)) return fail(Refusal::not_authorised);
    if (session.paused) return fail(Refusal::paused);
    if (lacks_lockdown(*candidate, session.sheet.lockdown)) return fail(Refusal::lockdown_missing);
    auto starting = *candidate;
    starting.seed = command.seed;
    const auto first = choose_question(session, starting, context.content);
    if (!first) return fail(Refusal::lack_of_questions);
    return Events{event::TestStarted{command.candidate, command.seed}, *first};
}

}  // namespace preau::exam
