// SPDX-License-Identifier: Apache-2.0
#include "exam/decide.hpp"

#include "exam/decide_answer.hpp"
#include "exam/decide_device.hpp"
#include "exam/decide_entry.hpp"
#include "exam/decide_invigilation.hpp"
#include "exam/decide_presence.hpp"
#include "exam/decide_question.hpp"
#include "exam/decide_report.hpp"
#include "exam/decide_second_copy.hpp"
#include "exam/decide_time.hpp"

namespace preau::exam {

namespace {

struct Decider {
    const Session& session;
    const Context& context;

    Decision operator()(const command::OpenSession& c) const { return open_session(session, c); }
    Decision operator()(const command::EnterInvigilation& c) const {
        return enter_invigilation(session, c);
    }
    Decision operator()(const command::Join& c) const { return join(session, c); }
    Decision operator()(const command::Leave& c) const { return leave(session, c); }
    Decision operator()(const command::ChooseDisplay& c) const {
        return choose_display(session, c);
    }
    Decision operator()(const command::ObserveLockdown& c) const {
        return observe_lockdown(session, c);
    }
    Decision operator()(const command::StartTest& c) const {
        return start_test(session, c, context);
    }
    Decision operator()(const command::OpenQuestion& c) const {
        return open_question(session, c, context);
    }
    Decision operator()(const command::ReportFocusLost& c) const {
        return report_focus_lost(session, c, context);
    }
    Decision operator()(const command::RaiseReport& c) const {
        return raise_report(session, c, context);
    }
    Decision operator()(const command::AnswerQuestion& c) const {
        return answer_question(session, c, context);
    }
    Decision operator()(const command::ConfirmPresence& c) const {
        return confirm_presence(session, c);
    }
    Decision operator()(const command::ConfirmAllPresent& c) const {
        return confirm_all_present(session, c);
    }
    Decision operator()(const command::CancelPresence& c) const {
        return cancel_presence(session, c);
    }
    Decision operator()(const command::AuthoriseResume& c) const {
        return authorise_resume(session, c);
    }
    Decision operator()(const command::ReleaseSeat& c) const { return release_seat(session, c); }
    Decision operator()(const command::SettleReport& c) const {
        return settle_report(session, c, context);
    }
    Decision operator()(const command::AddTime& c) const { return add_time(session, c); }
    Decision operator()(const command::Pause& c) const { return pause(session, c); }
    Decision operator()(const command::SendMessage& c) const { return send_message(session, c); }
    Decision operator()(const command::RuleInterruption& c) const {
        return rule_interruption(session, c);
    }
    Decision operator()(const command::WaiveLockdown& c) const {
        return waive_lockdown(session, c);
    }
    Decision operator()(const command::NoteIncident& c) const { return note_incident(session, c); }
    Decision operator()(const command::EndTest& c) const { return end_test(session, c); }
    Decision operator()(const command::EnrolLate& c) const { return enrol_late(session, c); }
    Decision operator()(const command::WaiveSecondCopy& c) const {
        return waive_second_copy(session, c);
    }
    Decision operator()(const command::AttachSecondCopy&) const {
        return attach_second_copy(session);
    }
    Decision operator()(const command::LoseSecondCopy& c) const {
        return lose_second_copy(session, c);
    }
    Decision operator()(const command::LoseContact& c) const {
        return lose_contact(session, c, context);
    }
    Decision operator()(const command::RegainContact& c) const {
        return regain_contact(session, c);
    }
    Decision operator()(const command::Finalise& c) const { return finalise(session, c, context); }
    Decision operator()(const command::ObserveTime&) const {
        return observe_time(session, context);
    }
};

struct ActOf {
    CommandId operator()(const auto& c) const {
        if constexpr (requires { c.by; })
            return c.by.command;
        else
            return {};
    }
};

}  // namespace

bool deadline_reached(const Candidate& candidate, const Context& context) {
    const auto assessment = minutes(context.content.version.assessment_duration_minutes);
    return remaining(candidate.timing, assessment, context.now) < Duration{0};
}

CommandId act_of(const Command& command) { return std::visit(ActOf{}, command); }

Decision decide(const Session& session, const Command& command, const Context& context) {
    if (session.acts.contains(act_of(command))) return std::vector<Event>{};
    return std::visit(Decider{session, context}, command);
}

}  // namespace preau::exam
