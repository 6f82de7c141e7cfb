// SPDX-License-Identifier: Apache-2.0
#include "exam/next_question.hpp"

#include "answers/examine.hpp"
#include "base/check.hpp"
#include "exam/timer.hpp"

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

/// Of the last answer, as it was recorded.
double capacity_of(const Candidate& candidate, const Content& content) {
    const auto& questions = candidate.questions;
    if (questions.empty()) return content.version.configuration.default_candidate_capacity;
    PREAU_CHECK(questions.back().answer.has_value());
    return questions.back().answer->capacity;
}

}  // namespace

std::vector<adaptive::Response> responses_of(const Candidate& candidate) {
    std::vector<adaptive::Response> responses;
    for (const auto& question : candidate.questions)
        if (question.answer)
            responses.push_back({question.discriminant, question.difficulty,
                                 question.answer->status == answers::Status::ok});
    return responses;
}

adaptive::Estimate estimate_of(const Candidate& candidate, const Content& content) {
    const auto& configuration = content.version.configuration;
    return adaptive::estimate(responses_of(candidate), configuration.default_candidate_capacity,
                              configuration.variation_percent);
}

std::vector<std::size_t> answered_items(const Candidate& candidate, const Content& content) {
    std::vector<std::size_t> items;
    for (const auto& question : candidate.questions)
        if (const auto index = content.index_of(question.item); question.answer && index)
            items.push_back(*index);
    return items;
}

Answer judge(const Candidate& candidate, std::string_view value, Tick now, const Content& content) {
    PREAU_CHECK(candidate.current() != nullptr);
    auto answered = candidate;
    Answer answer{.value = std::string(value),
                  .status = status_of(candidate, value, now, content),
                  .at = now};
    answered.questions.back().answer = answer;
    const auto estimate = estimate_of(answered, content);
    answer.capacity = estimate.capacity;
    answer.error_rate = estimate.error_rate;
    return answer;
}

Result<event::QuestionAsked, adaptive::NoQuestion> choose_question(const Session&,
                                                                   const Candidate& candidate,
                                                                   const Content& content) {
    const auto answered = answered_items(candidate, content);
    SplitMix64 random(candidate.seed + answered.size());
    const auto pick =
        adaptive::choose_next(content.items, answered, capacity_of(candidate, content),
                              content.version.configuration, random);
    if (!pick) return fail(pick.error());
    const auto& item = content.items.at(pick->item);
    return event::QuestionAsked{.candidate = candidate.enrolment.candidate,
                                .number = static_cast<int>(answered.size()) + 1,
                                .item = item.id,
                                .discriminant = item.discriminant,
                                .difficulty = item.difficulty,
                                .rank = static_cast<int>(pick->rank)};
}

}  // namespace preau::exam
