// SPDX-License-Identifier: Apache-2.0
#include "exam/next_question.hpp"

#include "answers/examine.hpp"
#include "base/check.hpp"

namespace preau::exam {

namespace {

adaptive::Estimate estimate(const std::vector<adaptive::Response>& responses,
                            const Content& content) {
    const auto& configuration = content.version.configuration;
    return adaptive::estimate(responses, configuration.default_candidate_capacity,
                              configuration.variation_percent);
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
    return estimate(responses_of(candidate), content);
}

adaptive::Estimate estimate_with(const Candidate& candidate, bool correct, const Content& content) {
    auto responses = responses_of(candidate);
    const auto* question = candidate.current();
    PREAU_CHECK(question != nullptr);
    responses.push_back({question->discriminant, question->difficulty, correct});
    return estimate(responses, content);
}

std::vector<std::size_t> answered_items(const Candidate& candidate, const Content& content) {
    std::vector<std::size_t> items;
    for (const auto& question : candidate.questions)
        if (const auto index = content.index_of(question.item); question.answer && index)
            items.push_back(*index);
    return items;
}

answers::Status status_of(const Candidate& candidate, std::string_view value,
                          const Content& content) {
    const auto* question = candidate.current();
    PREAU_CHECK(question != nullptr);
    const auto index = content.index_of(question->item);
    PREAU_CHECK(index.has_value());
    const answers::Circumstances circumstances{.accessibility_adjustment =
                                                   candidate.enrolment.accessibility_adjustment};
    return answers::examine(content.keys.at(*index), value, circumstances);
}

Result<event::QuestionAsked, adaptive::NoQuestion> choose_question(
    CandidateNumber candidate, std::uint64_t seed, const std::vector<std::size_t>& answered,
    double capacity, const Content& content) {
    SplitMix64 random(seed + answered.size());
    const auto pick = adaptive::choose_next(content.items, answered, capacity,
                                            content.version.configuration, random);
    if (!pick) return fail(pick.error());
    const auto& item = content.items.at(pick->item);
    return event::QuestionAsked{.candidate = candidate,
                                .number = static_cast<int>(answered.size()) + 1,
                                .item = item.id,
                                .discriminant = item.discriminant,
                                .difficulty = item.difficulty,
                                .rank = static_cast<int>(pick->rank)};
}

}  // namespace preau::exam
