// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

namespace preau::exam {

/// What the candidate says does not work (signalement).
enum class ReportReason { image, simulator, file, instruction, other };

/// How the invigilator who accepts a report files it: Pix's categories of issues in a question
/// (certification-issue-report.js).
enum class ReportCategory {
    e1,   ///< picture not displayed
    e2,   ///< simulator not working
    e3,   ///< file not opening
    e4,   ///< web site unavailable
    e5,   ///< web site blocked by the network
    e8,   ///< extra time exceeded on a timed question
    e9,   ///< software not working
    e10,  ///< forced to leave a focus question
    e11,  ///< an error prevented the answer
    e12,  ///< accessibility
};

/// A candidate's live report on the question in front of them.
struct Report {
    enum class State { open, accepted, refused };

    ReportReason reason = ReportReason::other;
    State state = State::open;
    ReportCategory category = ReportCategory::e11;  ///< of an accepted one
    Tick raised{};

    bool operator==(const Report&) const = default;
};

}  // namespace preau::exam
