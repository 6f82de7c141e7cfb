// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"
#include "exam/phases.hpp"

/// Who may start, and which device acts for whom: the invigilator's acts.
namespace preau::exam {

/// The event, unless the session is over, nobody has that number or the phase refuses the act.
Decision when_allowed(const Session& session, CandidateNumber number, Act act, Event event);

/// Also renews an authorisation, and settles on the device that asked last: it is the one in front
/// of the invigilator.
Decision confirm_presence(const Session& session, const command::ConfirmPresence& command);

/// Leaves out whoever has two devices: which one is right is to be seen.
Decision confirm_all_present(const Session& session, const command::ConfirmAllPresent& command);
Decision cancel_presence(const Session& session, const command::CancelPresence& command);
Decision authorise_resume(const Session& session, const command::AuthoriseResume& command);

/// Before the test the candidate is absent again: whoever sits down next is looked at.
Decision release_seat(const Session& session, const command::ReleaseSeat& command);

}  // namespace preau::exam
