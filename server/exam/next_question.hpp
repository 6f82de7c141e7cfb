// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/content.hpp"
#include "exam/events.hpp"

namespace preau::exam {

/// A candidate's recorded answers as the engine counts them, in order, each with the calibration it
/// was asked with; what was set aside does not count and excludes its skill. With
/// an accessibility adjustment, the questions to come are the accessible ones
/// (certification/evaluation/domain/usecases/get-next-challenge.js).
adaptive::TestState test_of(const Candidate& candidate, const Content& content);

/// A value as the answer, at that instant, to the current question, whose item the content must
/// hold: its status, and the estimate once it counts. The id is left to the caller.
Answer judge(const Candidate& candidate, std::string_view value, Tick now, const Content& content);

/// The question to ask after the last answer of `candidate`, whom the session may know without it.
/// It depends on the candidate's seed and answers, and on what the session says was asked in the
/// room so far: a test replays from the journal alone. A pack that has no accessible question left
/// for an adjusted candidate asks another one: a report can replace it, a test cut short cannot be
/// made up for.
Result<event::QuestionAsked, adaptive::NoQuestion> choose_question(const Session& session,
                                                                   const Candidate& candidate,
                                                                   const Content& content);

/// The question to ask next, or the end of a test that has none.
Event what_follows(const Session& session, const Candidate& candidate, const Content& content);

}  // namespace preau::exam
