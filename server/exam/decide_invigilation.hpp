// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// What the invigilator writes and notes, and the end: of a test, and of the session.
namespace preau::exam {

Decision send_message(const Session& session, const command::SendMessage& command);

/// Where nothing is missing there is nothing to waive.
Decision waive_lockdown(const Session& session, const command::WaiveLockdown& command);

/// At any moment until the session is finalised, of anybody on the roster.
Decision note_incident(const Session& session, const command::NoteIncident& command);
Decision end_test(const Session& session, const command::EndTest& command);

/// Every test that was started and not completed needs an abort reason, and no other one
/// (finalize-session.js); no report may be left open. Ends what is still running, then scores every
/// started test.
Decision finalise(const Session& session, const command::Finalise& command, const Context& context);

}  // namespace preau::exam
