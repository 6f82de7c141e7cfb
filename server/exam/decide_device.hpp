// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// What the box sees of a candidate's device, and how the candidate wants the page.
namespace preau::exam {

/// The same display again is nothing new; refused beyond limits::display_changes_max.
Decision choose_display(const Session& session, const command::ChooseDisplay& command);

/// Only changes are facts. Beyond limits::lockdown_changes_max a lockdown that comes back is no
/// longer believed: the candidate stays held until the invigilator waives it.
Decision observe_lockdown(const Session& session, const command::ObserveLockdown& command);

/// A lost device holds the clock of a test in progress; elsewhere there is no clock to hold.
Decision lose_contact(const Session& session, const command::LoseContact& command,
                      const Context& context);
Decision regain_contact(const Session& session, const command::RegainContact& command);

}  // namespace preau::exam
