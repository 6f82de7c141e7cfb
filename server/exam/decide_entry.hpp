// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// From the empty session to the candidate in front of the first question.
namespace preau::exam {

Decision open_session(const Session& session, const command::OpenSession& command);
Decision enter_invigilation(const Session& session, const command::EnterInvigilation& command);

/// The first device that gives a candidate's identity acts for the candidate; any later one only
/// asks to, and the invigilator decides.
Decision join(const Session& session, const command::Join& command);

/// Needs the invigilator's authorisation, given less than 15 minutes ago, and the access code.
Decision start_test(const Session& session, const command::StartTest& command,
                    const Context& context);

}  // namespace preau::exam
