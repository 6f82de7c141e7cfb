// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// What the invigilator decides, what the passing of time does, and the end of the session.
namespace preau::exam {

/// Also renews an authorisation, and settles on the device that asked last: it is the one in front
/// of the invigilator.
Decision confirm_presence(const Session& session, const command::ConfirmPresence& command);
Decision cancel_presence(const Session& session, const command::CancelPresence& command);
Decision authorise_resume(const Session& session, const command::AuthoriseResume& command);
Decision end_test(const Session& session, const command::EndTest& command);

/// A lost device holds the clock of a test in progress; elsewhere there is no clock to hold.
Decision lose_contact(const Session& session, const command::LoseContact& command,
                      const Context& context);
Decision regain_contact(const Session& session, const command::RegainContact& command);

/// Authorisations that were not used in time are withdrawn; deadlines that have passed are flagged,
/// and the test closed when the version says so.
Decision observe_time(const Session& session, const Context& context);

/// Every test that was started and not completed needs an abort reason, and no other one
/// (finalize-session.js). Ends what is still running, then scores every started test.
Decision finalise(const Session& session, const command::Finalise& command, const Context& context);

}  // namespace preau::exam
