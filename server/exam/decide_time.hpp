// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// What the passing of time does, and what the invigilator does with it.
namespace preau::exam {

/// To one test in progress, or to all of them.
Decision add_time(const Session& session, const command::AddTime& command);

/// Pauses one test or the room, or lets them go on. Each undoes its own only: who was paused alone
/// stays so when the room goes on. What is so already is nothing new.
Decision pause(const Session& session, const command::Pause& command);

/// Of an interruption that has ended. The invigilator may think again.
Decision rule_interruption(const Session& session, const command::RuleInterruption& command);

/// Authorisations that were not used in time are withdrawn; deadlines that have passed are flagged,
/// and the test closed when the version says so.
Decision observe_time(const Session& session, const Context& context);

}  // namespace preau::exam
