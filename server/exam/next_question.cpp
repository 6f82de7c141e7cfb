// SPDX-License-Identifier: Apache-2.0
#include "exam/next_question.hpp"

#include "answers/examine.hpp"
#include "base/check.hpp"
#include "exam/timer.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

answers::Status status_of(const Candidate& candidate, std::string_view value, Tick now,
                          const Content& content) {
    const auto& question = *candidate.current();
    const auto index = content.index_of(question.item);
    PREAU_CHECK(index.has_value());
    const answers::Circumstances circumstances{
        .late = is_late(candidate, now, content),
        .focused_question = content.conducts.at(*index).focus,
        .focus_lost = question.focus_lost,
        .accessibility_adjustment = candidate.enrolment.accessibility_adjustment};
    return answers::examine(content.keys.at(*index), value, circumstances);
}

adaptive::Response response_of(const Question& question, answers::Status status) {
    return {question.discriminant, question.difficulty, status == answers::Status::ok};
}

/// How often the room was asked each item. Pix's engine does not look.
std::vector<std::uint32_t> asked_in_room(const Session& session, const Content& content) {
    if (content.version.algorithm != adaptive::Algorithm::room) return {};
    std::vector<std::uint32_t> asked(content.items.size());
    for (const auto& [item, times] : session.asked)
        if (const auto index = content.index_of(item))
            asked[*index] = static_cast<std::uint32_t>(times);
    return asked;
}

std::uint32_t began(const Session& session) {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        session.candidates, [](const auto& entry) { return !entry.second.questions.empty(); }));
}

adaptive::TestState on_every_question(const Candidate& candidate, const Content& content) {
    auto test = content.engine().begin(candidate.seed);
    for (const auto& question : candidate.questions) {
        const auto index = content.index_of(question.item);
        if (!index) continue;
        if (question.answer)
            content.engine().count(test, *index, response_of(question, question.answer->status));
        if (question.set_aside()) content.engine().exclude(test, *index);
    }
    return test;
}

}  // namespace

adaptive::TestState test_of(const Candidate& candidate, const Content& content) {
    auto test = on_every_question(candidate, content);
    if (!candidate.enrolment.accessibility_adjustment) return test;
    for (std::size_t item = 0; item < content.conducts.size(); ++item)
        if (!content.conducts[item].accessible) content.engine().set_aside(test, item);
    return test;
}

Answer judge(const Candidate& candidate, std::string_view value, Tick now, const Content& content) {
    const auto* question = candidate.current();
    PREAU_CHECK(question != nullptr);
    const auto index = content.index_of(question->item);
    PREAU_CHECK(index.has_value());
    const auto status = status_of(candidate, value, now, content);
    auto test = test_of(candidate, content);
    content.engine().count(test, *index, response_of(*question, status));
    return {.value = std::string(value),
            .status = status,
            .capacity = test.estimate.capacity,
            .error_rate = test.estimate.error_rate,
            .at = now};
}

Result<event::QuestionAsked, adaptive::NoQuestion> choose_question(const Session& session,
                                                                   const Candidate& candidate,
                                                                   const Content& content) {
    const auto test = test_of(candidate, content);
    const auto asked = asked_in_room(session, content);
    const adaptive::RoomCounts room{asked, began(session)};
    auto pick = content.engine().choose(test, room);
    if (!pick && pick.error() == adaptive::NoQuestion::lack_of_questions)
        pick = content.engine().choose(on_every_question(candidate, content), room);
    if (!pick) return fail(pick.error());
    const auto& item = content.items.at(pick->item);
    return event::QuestionAsked{.candidate = candidate.enrolment.candidate,
                                .number = static_cast<int>(test.items.size()) + 1,
                                .item = item.id,
                                .discriminant = item.discriminant,
                                .difficulty = item.difficulty,
                                .rank = static_cast<int>(pick->rank)};
}

Event what_follows(const Session& session, const Candidate& candidate, const Content& content) {
    auto next = choose_question(session, candidate, content);
    if (next) return std::move(*next);
    const bool lacks = next.error() == adaptive::NoQuestion::lack_of_questions;
    return event::TestFinished{candidate.enrolment.candidate,
                               lacks ? FinishReason::exhausted : FinishReason::completed};
}

}  // namespace preau::exam
