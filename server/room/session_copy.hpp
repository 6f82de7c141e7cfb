// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal.hpp"

namespace preau::room {

/// The authorisation wants a second copy of every answer.
bool requires_copy(const store::SessionRow& row);

}  // namespace preau::room
