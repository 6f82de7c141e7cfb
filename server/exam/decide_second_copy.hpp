// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// The journal's copy on a second medium: what happens to it is told, and stops nobody.
namespace preau::exam {

/// Nothing new when it is attached already, or the session is over.
Decision attach_second_copy(const Session& session);
/// Nothing new when there was none.
Decision lose_second_copy(const Session& session, const command::LoseSecondCopy& command);
/// Nothing new when there is one, or it was waived already.
Decision waive_second_copy(const Session& session, const command::WaiveSecondCopy& command);

}  // namespace preau::exam
