// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/content.hpp"

#include <map>
#include <optional>
#include <string>

namespace preau::exam {

enum class ResultStatus { validated, rejected, cancelled };

enum class AutoComment {
    none,
    fraud,
    lack_of_answers,
    lack_of_answers_for_technical_reason,
    zero_pix_score,
};

/// What the jury's decision depends on (create-v3-assessment-result.js).
struct ResultFacts {
    bool cancellation_requested = false;
    bool rejected_for_fraud = false;
    int answers = 0;
    int minimum_answers = 20;
    std::optional<AbortReason> abort_reason;
    int pix_score = 0;
};

struct ResultDecision {
    ResultStatus status = ResultStatus::validated;
    AutoComment comment = AutoComment::none;

    bool operator==(const ResultDecision&) const = default;
};

/// The five rules in Pix's order: cancelled, fraud, too few answers, zero score, validated.
ResultDecision decide_result(const ResultFacts& facts);

/// True when the missing questions are to be counted as skipped: enough answers, not all of them,
/// and the candidate gave up (scoring-degradation-service.js).
bool is_degraded(int answers, int minimum, int length, std::optional<AbortReason> reason);

/// CléA numérique comes with a certification that is validated and reaches its threshold
/// (DoubleCertificationScoring.js).
bool has_clea(const ResultDecision& decision, int pix_score, int minimum_earned_pix);

/// The true level of a competence lies there, both included, nine times out of ten.
struct LevelRange {
    int low = 0;
    int high = 0;

    bool operator==(const LevelRange&) const = default;
};

struct CertificationResult {
    ResultDecision decision;
    int pix_score = 0;
    double capacity = 0;
    double error_rate = 0;  ///< standard error of the capacity, in the engine's own sense
    bool degraded = false;
    std::map<std::string, int> levels{};  ///< competence code to level
    /// Of every level, or of none: only the room engine knows them.
    std::map<std::string, LevelRange> level_ranges{};

    bool operator==(const CertificationResult&) const = default;
};

/// Scores a test from its recorded answers alone: the same on the box and on the platform, bit for
/// bit.
CertificationResult score_test(const Candidate& candidate, std::optional<AbortReason> reason,
                               const Content& content);

}  // namespace preau::exam
