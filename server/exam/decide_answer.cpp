// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_answer.hpp"

#include "exam/next_question.hpp"
#include "exam/phases.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

using Sent = command::AnswerQuestion;

/// Decides what an earlier use of the same command id means: the same act again, or a mistake.
std::optional<Decision> sent_before(const Candidate& candidate, const Sent& sent) {
    const auto earlier = std::ranges::find_if(candidate.questions, [&](const Question& question) {
        return question.answer && question.answer->command == sent.command;
    });
    if (earlier == candidate.questions.end()) return std::nullopt;
    const bool same = earlier->number == sent.number && earlier->item == sent.item &&
                      earlier->answer->value == sent.value;
    if (same) return Decision(std::vector<Event>{});
    return Decision(fail(Refusal::command_id_reused));
}

std::optional<Refusal> guard(const Session& session, const Candidate& candidate, const Sent& sent,
                             const Context& context) {
    if (session.finalised) return Refusal::test_ended;
    if (const auto no = refused(Act::answer_question, candidate.phase)) return no;
    if (candidate.answers() >= sent.number) return Refusal::already_answered;
    const auto* current = candidate.current();
    if (current == nullptr || current->number != sent.number || current->item != sent.item)
        return Refusal::wrong_question;
    if (sent.value.empty()) return Refusal::answer_empty;
    const bool closes = context.content.version.deadline_policy == adaptive::DeadlinePolicy::close;
    if (closes && deadline_reached(candidate, context)) return Refusal::test_ended;
    return std::nullopt;
}

Event what_follows(const Candidate& candidate, const Sent& sent, double capacity,
                   const Content& content) {
    auto answered = answered_items(candidate, content);
    answered.push_back(*content.index_of(sent.item));
    auto next = choose_question(sent.candidate, candidate.seed, answered, capacity, content);
    if (next) return std::move(*next);
    const bool lacks = next.error() == adaptive::NoQuestion::lack_of_questions;
    return event::TestFinished{sent.candidate,
                               lacks ? FinishReason::exhausted : FinishReason::completed};
}

}  // namespace

Decision answer_question(const Session& session, const Sent& sent, const Context& context) {
    const auto* candidate = session.find(sent.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (auto earlier = sent_before(*candidate, sent)) return *earlier;
    if (const auto no = guard(session, *candidate, sent, context)) return fail(*no);

    const auto status = status_of(*candidate, sent.value, context.content);
    const auto estimate = estimate_with(*candidate, status == answers::Status::ok, context.content);
    std::vector<Event> events;
    if (candidate->held()) events.push_back(event::ContactRegained{sent.candidate});
    events.push_back(event::AnswerRecorded{.candidate = sent.candidate,
                                           .number = sent.number,
                                           .item = sent.item,
                                           .command = sent.command,
                                           .value = sent.value,
                                           .status = status,
                                           .capacity = estimate.capacity,
                                           .error_rate = estimate.error_rate});
    events.push_back(what_follows(*candidate, sent, estimate.capacity, context.content));
    return events;
}

}  // namespace preau::exam
