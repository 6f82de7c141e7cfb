// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_question.hpp"

#include "exam/holds.hpp"

namespace preau::exam {

std::optional<Refusal> refused_at_question(const Session& session, const Candidate& candidate,
                                           Act act, int number, std::string_view item) {
    if (session.finalised) return Refusal::test_ended;
    if (const auto no = refused(act, candidate.phase)) return no;
    if (candidate.answers() >= number) return Refusal::already_answered;
    const auto* current = candidate.current();
    if (current == nullptr || current->number != number) return Refusal::wrong_question;
    if (!item.empty() && current->item != item) return Refusal::wrong_question;
    return std::nullopt;
}

Decision happens(const Candidate& candidate, Event event) {
    std::vector<Event> events;
    if (candidate.held(Hold::contact))
        events.push_back(event::ContactRegained{candidate.enrolment.candidate});
    events.push_back(std::move(event));
    return events;
}

bool is_closed_by_time(const Candidate& candidate, const Context& context) {
    return context.content.version.deadline_policy == adaptive::DeadlinePolicy::close &&
           deadline_reached(candidate, context);
}

Decision open_question(const Session& session, const command::OpenQuestion& command,
                       const Context& context) {
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (const auto no = refused_at_question(session, *candidate, Act::open_question, command.number,
                                            command.item))
        return fail(*no);
    if (is_closed_by_time(*candidate, context)) return fail(Refusal::test_ended);
    const auto& current = *candidate->current();
    if (current.opening || !context.content.conduct_of(current.item).must_be_opened())
        return std::vector<Event>{};
    if (const auto no = why_held(*candidate)) return fail(*no);
    return happens(*candidate, event::QuestionOpened{command.candidate, command.number});
}

Decision report_focus_lost(const Session& session, const command::ReportFocusLost& command,
                           const Context& context) {
    const auto* candidate = session.find(command.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (const auto no = refused_at_question(session, *candidate, Act::report_focus_lost,
                                            command.number, command.item))
        return fail(*no);
    const auto& current = *candidate->current();
    if (!context.content.conduct_of(current.item).focus) return fail(Refusal::question_not_focused);
    if (!current.opening) return fail(Refusal::question_not_opened);
    if (current.focus_lost || why_held(*candidate)) return std::vector<Event>{};
    return happens(*candidate, event::FocusLost{command.candidate, command.number});
}

}  // namespace preau::exam
