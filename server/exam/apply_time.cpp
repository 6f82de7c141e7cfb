// SPDX-License-Identifier: Apache-2.0
#include "exam/applier.hpp"
#include "exam/holds.hpp"

namespace preau::exam {

void Applier::operator()(const event::ContactLost& e) {
    take_hold(of(e.candidate), Hold::contact, e.since);
}

void Applier::operator()(const event::ContactRegained& e) {
    end_hold(of(e.candidate), Hold::contact, stamp_.tick);
}

void Applier::operator()(const event::InterruptionRuled& e) {
    using enum Interruption::Ruling;
    auto& candidate = of(e.candidate);
    auto& interruption = candidate.interruptions.at(static_cast<std::size_t>(e.interruption) - 1);
    auto& timing = candidate.timing;
    if (interruption.ruling == withdrawn) {
        timing.withdrawn = timing.withdrawn - interruption.lasted;
        candidate.deadline_passed = false;
    }
    if (!e.granted) timing.withdrawn = timing.withdrawn + interruption.lasted;
    interruption.ruling = e.granted ? granted : withdrawn;
}

void Applier::operator()(const event::TimeAdded& e) {
    auto& candidate = of(e.candidate);
    candidate.timing.added = candidate.timing.added + e.added;
    candidate.deadline_passed = false;
}

void Applier::operator()(const event::TestPaused& e) {
    take_hold(of(e.candidate), Hold::pause, stamp_.tick);
}

void Applier::operator()(const event::TestContinued& e) {
    end_hold(of(e.candidate), Hold::pause, stamp_.tick);
}

void Applier::operator()(const event::RoomPaused&) {
    session_.paused = true;
    for (auto& [number, candidate] : session_.candidates)
        if (candidate.phase == Phase::in_progress)
            take_hold(candidate, Hold::room_pause, stamp_.tick);
}

void Applier::operator()(const event::RoomContinued&) {
    session_.paused = false;
    for (auto& [number, candidate] : session_.candidates)
        end_hold(candidate, Hold::room_pause, stamp_.tick);
}

void Applier::operator()(const event::DeadlinePassed& e) { of(e.candidate).deadline_passed = true; }

}  // namespace preau::exam
