// SPDX-License-Identifier: Apache-2.0
#include "exam/result.hpp"

#include "adaptive/degradation.hpp"
#include "adaptive/scoring.hpp"
#include "exam/next_question.hpp"

namespace preau::exam {

ResultDecision decide_result(const ResultFacts& facts) {
    const bool too_few = facts.answers < facts.minimum_answers;
    if (facts.cancellation_requested) return {ResultStatus::cancelled, AutoComment::none};
    if (facts.rejected_for_fraud) return {ResultStatus::rejected, AutoComment::fraud};
    if (too_few && facts.abort_reason == AbortReason::technical)
        return {ResultStatus::cancelled, AutoComment::lack_of_answers_for_technical_reason};
    if (too_few) return {ResultStatus::rejected, AutoComment::lack_of_answers};
    if (facts.pix_score == 0) return {ResultStatus::rejected, AutoComment::zero_pix_score};
    return {ResultStatus::validated, AutoComment::none};
}

bool is_degraded(int answers, int minimum, int length, std::optional<AbortReason> reason) {
    return answers >= minimum && answers < length && reason == AbortReason::candidate;
}

namespace {

// The missing questions counted as skipped; the estimate itself when none could be simulated.
adaptive::Estimate degraded(const Candidate& candidate, const adaptive::Estimate& obtained,
                            const Content& content) {
    const auto skips = adaptive::simulate_skips(
        content.items, {answered_items(candidate, content), responses_of(candidate)},
        obtained.capacity, content.version.configuration);
    return skips.empty() ? obtained : skips.back().estimate;
}

}  // namespace

bool has_clea(const ResultDecision& decision, int pix_score, int minimum_earned_pix) {
    return decision.status == ResultStatus::validated && pix_score >= minimum_earned_pix;
}

CertificationResult score_test(const Candidate& candidate, std::optional<AbortReason> reason,
                               const Content& content) {
    const auto& version = content.version;
    const int answers = candidate.answers();
    auto estimate = estimate_of(candidate, content);
    const bool is_incomplete = is_degraded(answers, version.minimum_answers,
                                           version.configuration.maximum_assessment_length, reason);
    if (is_incomplete) estimate = degraded(candidate, estimate, content);

    const int pix_score = adaptive::score(estimate.capacity, version.mesh_intervals).pix;
    CertificationResult result{
        .decision = decide_result({.answers = answers,
                                   .minimum_answers = version.minimum_answers,
                                   .abort_reason = reason,
                                   .pix_score = pix_score}),
        .pix_score = pix_score,
        .capacity = estimate.capacity,
        .error_rate = estimate.error_rate,
        .degraded = is_incomplete,
        .levels = {}};
    for (const auto& [competence, intervals] : version.competence_intervals)
        result.levels[competence] = adaptive::competence_level(estimate.capacity, intervals);
    return result;
}

}  // namespace preau::exam
