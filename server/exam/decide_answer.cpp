// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_answer.hpp"

#include "answers/examine.hpp"
#include "exam/decide_question.hpp"
#include "exam/holds.hpp"
#include "exam/next_question.hpp"

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
    if (const auto no =
            refused_at_question(session, candidate, Act::answer_question, sent.number, sent.item))
        return no;
    const auto& current = *candidate.current();
    if (current.item != sent.item) return Refusal::wrong_question;  // an empty one too
    if (sent.value.empty()) return Refusal::answer_empty;
    // Whoever does not dare to open a question may still pass it.
    const bool must_be_open = context.content.conduct_of(sent.item).must_be_opened();
    if (must_be_open && !current.opening && sent.value != answers::kSkipped)
        return Refusal::question_not_opened;
    if (is_closed_by_time(candidate, context)) return Refusal::test_ended;
    return why_held(candidate);
}

}  // namespace

Decision answer_question(const Session& session, const Sent& sent, const Context& context) {
    const auto* candidate = session.find(sent.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (auto earlier = sent_before(*candidate, sent)) return *earlier;
    if (const auto no = guard(session, *candidate, sent, context)) return fail(*no);

    const auto answer = judge(*candidate, sent.value, context.now, context.content);
    auto answered = *candidate;
    answered.questions.back().answer = answer;
    std::vector<Event> events;
    if (candidate->held(Hold::contact)) events.push_back(event::ContactRegained{sent.candidate});
    events.push_back(event::AnswerRecorded{.candidate = sent.candidate,
                                           .number = sent.number,
                                           .item = sent.item,
                                           .command = sent.command,
                                           .value = sent.value,
                                           .status = answer.status,
                                           .capacity = answer.capacity,
                                           .error_rate = answer.error_rate});
    events.push_back(what_follows(session, answered, context.content));
    return events;
}

}  // namespace preau::exam
