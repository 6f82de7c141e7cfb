// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/invigilator.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preau::exam {

struct Content;

/// What the minutes and the screens of a sealed session need of its pack: it can be shown without.
struct SessionMinutes {
    std::string pack_title{};
    int duration_minutes = 0;  ///< of a test without extra time
    int question_count = 0;
    int minimum_answers = 0;

    bool operator==(const SessionMinutes&) const = default;
};

/// A report as the minutes tell it.
struct ReportMinutes {
    int number = 0;
    ReportReason reason = ReportReason::other;
    Report::State state = Report::State::open;
    std::optional<ReportCategory> category{};  ///< of an accepted one

    bool operator==(const ReportMinutes&) const = default;
};

/// What stays on the box of a candidate's test: no answer, no question, no status of one.
struct CandidateMinutes {
    WallTime started{};
    WallTime ended{};
    Duration worked{};  ///< on the candidate's clock, interruptions left out
    int answers = 0;
    int set_aside = 0;  ///< questions, by accepted reports
    FinishReason reason = FinishReason::completed;
    std::optional<AbortReason> abort_reason{};  ///< of a test that an invigilator ended
    std::string note{};
    By by{};
    std::vector<ReportMinutes> reports{};  ///< in order
    std::string receipt_code{};            ///< XXXX-XXXX-XXXX-XXXX
    std::string verification_code{};       ///< P-XXXXXXXX; empty when none was assigned

    bool operator==(const CandidateMinutes&) const = default;
};

/// Of a test that is over. The receipt's code is the journal's to say, the verification code the
/// authorisation's: both are left empty.
CandidateMinutes minutes_of(const Candidate& candidate);

/// The title is the pack's to say: left empty.
SessionMinutes minutes_of(const Content& content);

}  // namespace preau::exam
