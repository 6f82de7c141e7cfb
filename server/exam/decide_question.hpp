// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"
#include "exam/phases.hpp"

/// What a candidate does at the question asked, before answering it.
namespace preau::exam {

/// Why that act at that question is refused: it must be the one asked, in a test under way;
/// an empty item is whichever is asked.
std::optional<Refusal> refused_at_question(const Session& session, const Candidate& candidate,
                                           Act act, int number, std::string_view item);

/// The fact, after the end of a lost contact that it proves over.
Decision happens(const Candidate& candidate, Event event);

/// The time is over and the version closes the test with it.
bool is_closed_by_time(const Candidate& candidate, const Context& context);

/// Shows a timed or focus question, once; nothing new of one that is open. Refused while something
/// but a lost contact holds the test.
Decision open_question(const Session& session, const command::OpenQuestion& command,
                       const Context& context);

/// Only of a focus question that is open. Once lost, a focus stays lost; while the test is held
/// nobody needs to keep it.
Decision report_focus_lost(const Session& session, const command::ReportFocusLost& command,
                           const Context& context);

}  // namespace preau::exam
