// SPDX-License-Identifier: Apache-2.0
#include "exam/apply.hpp"

#include "base/check.hpp"
#include "exam/applier.hpp"

namespace preau::exam {

Candidate& Applier::of(CandidateNumber number) {
    const auto found = session_.candidates.find(number);
    PREAU_CHECK(found != session_.candidates.end());
    return found->second;
}

void Applier::operator()(const event::SessionOpened& e) {
    session_.sheet = e.sheet;
    session_.opened = true;
}

void Applier::operator()(const event::CandidateEnrolled& e) {
    session_.candidates[e.enrolment.candidate].enrolment = e.enrolment;
}

void Applier::operator()(const event::WindowOverridden& e) { session_.window_override = e.by_name; }

void Applier::operator()(const event::CandidateEnrolledLate& e) {
    auto& candidate = session_.candidates[e.enrolment.candidate];
    candidate.enrolment = e.enrolment;
    candidate.late = LateEnrolment{e.change, e.why, e.by.invigilator};
}

void Applier::operator()(const event::InvigilatorEntered& e) {
    session_.invigilators.push_back({e.token, e.name, e.listed});
}

void Applier::operator()(const event::MessageSent& e) {
    session_.messages.push_back({.number = static_cast<int>(session_.messages.size()) + 1,
                                 .text = e.text,
                                 .at = stamp_.tick,
                                 .wall = stamp_.wall,
                                 .invigilator = e.by.invigilator});
}

void Applier::operator()(const event::SessionFinalised& e) {
    session_.finalised = true;
    session_.paused = false;
    session_.abort_reasons = e.abort_reasons;
}

void Applier::operator()(const event::ResultDecided& e) {
    session_.results[e.candidate] = e.result;
}

void Applier::operator()(const event::SecondCopyAttached&) { session_.second_copy.attached = true; }

void Applier::operator()(const event::SecondCopyLost&) { session_.second_copy.attached = false; }

void Applier::operator()(const event::SecondCopyWaived&) { session_.second_copy.waived = true; }

void Applier::operator()(const event::SessionMinuted& e) { session_.minutes = e.minutes; }

void Applier::operator()(const event::CandidateMinuted& e) {
    session_.candidate_minutes[e.candidate] = e.minutes;
}

namespace {

struct CandidateOf {
    CandidateNumber operator()(const auto& e) const {
        if constexpr (requires { e.candidate; })
            return e.candidate;
        else if constexpr (requires { e.enrolment; })
            return e.enrolment.candidate;
        else
            return {};
    }
};

struct ByOf {
    By operator()(const auto& e) const {
        if constexpr (requires { e.by; })
            return e.by;
        else
            return {};
    }
};

}  // namespace

CandidateNumber candidate_of(const Event& event) { return std::visit(CandidateOf{}, event); }

By by_of(const Event& event) { return std::visit(ByOf{}, event); }

Session apply(Session session, const Event& event, const Stamp& stamp) {
    if (const auto act = by_of(event).command; act != CommandId{}) session.acts.insert(act);
    std::visit(Applier(session, stamp), event);
    return session;
}

}  // namespace preau::exam
