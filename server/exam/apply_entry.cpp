// SPDX-License-Identifier: Apache-2.0
#include "exam/applier.hpp"
#include "exam/holds.hpp"

namespace preau::exam {

void Applier::seat(Candidate& candidate, const Hash& token, const Arrival& arrival) {
    candidate.lease = token;
    candidate.requested_lease.reset();
    candidate.requested_arrival = {};
    candidate.way = arrival.way;
    candidate.seat = arrival.seat;
    candidate.lockdown = arrival.lockdown;
    hold_without_lockdown(candidate);
}

void Applier::hold_without_lockdown(Candidate& candidate) {
    if (candidate.phase != Phase::in_progress) return;
    if (lacks_lockdown(candidate, session_.sheet.lockdown))
        take_hold(candidate, Hold::lockdown, stamp_.tick);
    else
        end_hold(candidate, Hold::lockdown, stamp_.tick);
}

void Applier::operator()(const event::CandidateJoined& e) {
    auto& candidate = of(e.candidate);
    seat(candidate, e.token, e.arrival);
    if (candidate.phase == Phase::absent) candidate.phase = Phase::present;
}

void Applier::operator()(const event::CandidateLeft& e) {
    auto& candidate = of(e.candidate);
    if (candidate.requested_lease == e.token) {
        candidate.requested_lease.reset();
        candidate.requested_arrival = {};
        return;
    }
    // The device that waited behind the one that was not the candidate's takes its place.
    if (candidate.requested_lease) {
        const auto arrival = candidate.requested_arrival;
        seat(candidate, *candidate.requested_lease, arrival);
        return;
    }
    candidate.lease.reset();
    candidate.phase = Phase::absent;
}

void Applier::operator()(const event::DisplayChosen& e) {
    of(e.candidate).display = e.display;
    ++of(e.candidate).display_changes;
}

void Applier::operator()(const event::LockdownObserved& e) {
    auto& candidate = of(e.candidate);
    candidate.lockdown = e.lockdown;
    ++candidate.lockdown_changes;
    hold_without_lockdown(candidate);
}

void Applier::operator()(const event::LockdownWaived& e) {
    auto& candidate = of(e.candidate);
    candidate.lockdown_waived = true;
    hold_without_lockdown(candidate);
}

void Applier::operator()(const event::ResumeRequested& e) {
    of(e.candidate).requested_lease = e.token;
    of(e.candidate).requested_arrival = e.arrival;
}

void Applier::operator()(const event::ResumeAuthorised& e) {
    auto& candidate = of(e.candidate);
    if (const auto token = candidate.requested_lease) {
        const auto arrival = candidate.requested_arrival;
        seat(candidate, *token, arrival);
    }
    if (candidate.phase == Phase::authorised) candidate.authorised_at = stamp_.tick;
}

void Applier::operator()(const event::SeatReleased& e) {
    auto& candidate = of(e.candidate);
    candidate.lease.reset();
    candidate.requested_lease.reset();
    candidate.requested_arrival = {};
    // Whoever sits down next is looked at again.
    if (candidate.phase != Phase::in_progress) candidate.phase = Phase::absent;
}

void Applier::operator()(const event::PresenceConfirmed& e) {
    of(e.candidate).phase = Phase::authorised;
    of(e.candidate).authorised_at = stamp_.tick;
}

void Applier::operator()(const event::PresenceCancelled& e) {
    of(e.candidate).phase = Phase::present;
}

void Applier::operator()(const event::AuthorisationExpired& e) {
    of(e.candidate).phase = Phase::present;
}

void Applier::operator()(const event::IncidentNoted& e) {
    of(e.candidate)
        .incidents.push_back({.category = e.category,
                              .description = e.description,
                              .at = stamp_.tick,
                              .wall = stamp_.wall,
                              .invigilator = e.by.invigilator});
}

}  // namespace preau::exam
