// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// From the empty session to the candidate in front of the first question.
namespace preau::exam {

Decision open_session(const Session& session, const command::OpenSession& command);
/// Nobody is on the list twice: two of the same name and birth date differ by their accounts. The
/// platform confirms later who that is.
Decision enrol_late(const Session& session, const command::EnrolLate& command);
Decision enter_invigilation(const Session& session, const command::EnterInvigilation& command);

/// The first device that gives a candidate's identity or personal code acts for the candidate; any
/// later one only asks to, and the invigilator decides. From the same device again: nothing new.
Decision join(const Session& session, const command::Join& command);

/// Whoever took somebody else's place gives it back, before the presence is confirmed; a device
/// that only asks to take over may withdraw at any time.
Decision leave(const Session& session, const command::Leave& command);

/// Needs the invigilator's authorisation, given less than 15 minutes ago, the access code, a room
/// that is not paused and what the session requires of the seat.
Decision start_test(const Session& session, const command::StartTest& command,
                    const Context& context);

}  // namespace preau::exam
