// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/status.hpp"
#include "base/ids.hpp"
#include "exam/arrival.hpp"
#include "exam/display.hpp"
#include "exam/hold.hpp"
#include "exam/identity.hpp"
#include "exam/incident.hpp"
#include "exam/interruption.hpp"
#include "exam/invigilator.hpp"
#include "exam/late_enrolment.hpp"
#include "exam/report.hpp"
#include "exam/timing.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace preau::exam {

enum class Phase { absent, present, authorised, in_progress, finished };

/// Why a test is over; the words of the API, the journal and the screens.
enum class FinishReason { completed, ended_by_invigilator, time, finalised, exhausted };

/// Why a test was not completed, as the school states it when it finalises (Pix abortReason).
enum class AbortReason { candidate, technical };

struct Enrolment {
    CandidateNumber candidate;
    Identity identity;
    std::string group;  ///< class or external id, shown to the invigilator
    int extra_time_percent = 0;
    bool accessibility_adjustment = false;
    std::string code{};     ///< personal, six symbols, on the candidate's slip; may be empty
    std::string account{};  ///< id of the platform's account; may be empty

    bool operator==(const Enrolment&) const = default;
};

struct Answer {
    CommandId command{};
    std::string value;
    answers::Status status = answers::Status::ko;
    double capacity = 0;
    double error_rate = 0;
    Tick at;

    bool operator==(const Answer&) const = default;
};

/// When a timed or focus question was opened: its text is shown from there on.
struct Opening {
    Tick at;
    Duration worked;  ///< on the candidate's clock, at that instant

    bool operator==(const Opening&) const = default;
};

/// A question as it was asked, with the calibration in force at that moment.
struct Question {
    int number = 0;
    std::string item;
    double discriminant = 0;
    double difficulty = 0;
    int rank = 0;  ///< place among the best at that capacity, 0 to 4
    Tick asked;
    std::optional<Opening> opening{};
    bool focus_lost = false;  ///< the page of a focus question was left
    std::optional<Answer> answer{};
    std::vector<Report> reports{};  ///< the candidate's, in order; at most the last one is open

    bool operator==(const Question&) const = default;

    /// A report on it was accepted: it does not count, and the next one has the same number.
    bool set_aside() const;
    const Report* open_report() const;
};

struct Outcome {
    FinishReason reason = FinishReason::completed;
    Tick at;
    /// Of a test that an invigilator ended, with what was noted.
    std::optional<AbortReason> abort_reason{};
    std::string note{};
    By by{};
    WallTime wall{};

    bool operator==(const Outcome&) const = default;
};

struct Candidate {
    Enrolment enrolment;
    std::optional<LateEnrolment> late;  ///< of somebody whom the signed roster does not name
    Phase phase = Phase::absent;
    /// Hash of the token of the one device that may act for the candidate.
    std::optional<Hash> lease;
    /// Hash of the token of a device that asks to take the test over.
    std::optional<Hash> requested_lease;
    Arrival requested_arrival;  ///< of that device
    JoinWay way = JoinWay::identity;
    std::string seat;
    Lockdown lockdown;
    int lockdown_changes = 0;  ///< as recorded
    bool lockdown_waived = false;
    std::optional<Display> display;
    int display_changes = 0;
    Tick authorised_at;
    std::uint64_t seed = 0;
    Timing timing;
    std::set<Hold> holds;  ///< none outside a test in progress
    std::vector<Interruption> interruptions;
    std::vector<Incident> incidents;
    bool deadline_passed = false;
    WallTime started_at;
    std::vector<Question> questions;
    std::optional<Outcome> outcome;

    bool operator==(const Candidate&) const = default;

    int answers() const;
    /// The question asked, neither answered nor set aside, if any.
    const Question* current() const;
    /// The clock stands still although the test goes on.
    bool held() const { return !holds.empty(); }
    bool held(Hold hold) const { return holds.contains(hold); }
};

/// True for a test that was started and not completed: whoever finalises must say why.
bool needs_abort_reason(const Candidate& candidate);

/// True when the invigilator's authorisation to start has been left unused too long.
bool authorisation_expired(const Candidate& candidate, Tick now);

}  // namespace preau::exam
