// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_device.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "exam/phases.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

/// The current question was asked to somebody, and opened by somebody: contact was not lost before.
/// A journal that was cut may have a test without a question.
Tick last_heard(const Candidate& candidate) {
    if (candidate.questions.empty()) return candidate.timing.started;
    const auto& question = candidate.questions.back();
    return question.opening ? question.opening->at : question.asked;
}

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
    const auto since = std::max(last_heard(*candidate), std::min(c.since, context.now));
    return Events{event::ContactLost{c.candidate, since}};
}

Decision regain_contact(const Session& session, const command::RegainContact& c) {
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (!candidate->held(Hold::contact)) return Events{};
    return Events{event::ContactRegained{c.candidate}};
}

}  // namespace preau::exam
