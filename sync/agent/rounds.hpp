// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/back_off.hpp"
#include "agent/courier.hpp"

namespace preau::agent {

/// Waits that long; false when the program is asked to stop meanwhile.
using Wait = std::function<bool(Duration)>;

/// Looks at the outbox every second, until `wait` says to stop. After a failure it lets time go by
/// (BackOff, or longer when the platform asks), but a new bundle is tried at once.
void keep_carrying(Courier& courier, BackOff& back_off, const Wait& wait);

}  // namespace preau::agent
