// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_device.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "exam/phases.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

}  // namespace

Decision choose_display(const Session& session, const command::ChooseDisplay& command) {
    PREAU_CHECK(is_valid(command.display));
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (const auto no = refused(Act::choose_display, candidate->phase)) return fail(*no);
    if (candidate->display == command.display) return Events{};
    if (candidate->display_changes >= limits::display_changes_max)
        return fail(Refusal::too_many_changes);
    return Events{event::DisplayChosen{command.candidate, command.display}};
}

Decision observe_lockdown(const Session& session, const command::ObserveLockdown& command) {
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    const bool is_over = session.finalised || candidate->phase == Phase::finished;
    if (is_over || candidate->lockdown == command.lockdown) return Events{};
    // Beyond so many changes only the loss of it is believed, once.
    const bool is_lost = candidate->lockdown.kind != LockdownKind::none &&
                         command.lockdown.kind == LockdownKind::none;
    if (candidate->lockdown_changes >= limits::lockdown_changes_max && !is_lost) return Events{};
    return Events{event::LockdownObserved{command.candidate, command.lockdown}};
}

Decision lose_contact(const Session& session, const command::LoseContact& c,
                      const Context& context) {
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (candidate->phase != Phase::in_progress || candidate->held(Hold::contact)) return Events{};
    // The current question was asked to somebody, and opened by somebody: contact was not lost
    // before.
    const auto& question = candidate->questions.back();
    const Tick heard = question.opening ? question.opening->at : question.asked;
    return Events{event::ContactLost{c.candidate, std::max(heard, std::min(c.since, context.now))}};
}

Decision regain_contact(const Session& session, const command::RegainContact& c) {
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (!candidate->held(Hold::contact)) return Events{};
    return Events{event::ContactRegained{c.candidate}};
}

}  // namespace preau::exam
