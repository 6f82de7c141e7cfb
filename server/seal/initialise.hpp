// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

namespace preau::seal {

/// Makes libsodium ready; fails on a machine without a source of unpredictable bytes. A program
/// calls it once, first, to say so in a clear line: what needs libsodium makes it ready anyway.
/// Any thread.
Result<void> initialise();

}  // namespace preau::seal
