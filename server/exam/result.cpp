// SPDX-License-Identifier: Apache-2.0
#include "exam/result.hpp"

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

bool has_clea(const ResultDecision& decision, int pix_score, int minimum_earned_pix) {
    return decision.status == ResultStatus::validated && pix_score >= minimum_earned_pix;
}

CertificationResult score_test(const Candidate& candidate, std::optional<AbortReason> reason,
                               const Content& content) {
    const auto& version = content.version;
    const int answers = candidate.answers();
    const bool is_incomplete = is_degraded(answers, version.minimum_answers,
                                           version.configuration.maximum_assessment_length, reason);
    const auto& engine = content.engine();
    const auto test = test_of(candidate, content);
    const auto report = engine.report(is_incomplete ? engine.skip_missing(test) : test);

    CertificationResult result;
    result.pix_score = adaptive::score(report.capacity, version.mesh_intervals).pix;
    result.decision = decide_result({.answers = answers,
                                     .minimum_answers = version.minimum_answers,
                                     .abort_reason = reason,
                                     .pix_score = result.pix_score});
    result.capacity = report.capacity;
    result.error_rate = report.standard_error;
    result.degraded = is_incomplete;
    for (const auto& found : report.competences) {
        result.levels[found.competence] = found.level;
        if (version.algorithm == adaptive::Algorithm::room)
            result.level_ranges[found.competence] = {found.level_low, found.level_high};
    }
    return result;
}

}  // namespace preau::exam
