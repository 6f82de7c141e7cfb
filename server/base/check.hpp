// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace preau {

/// Logs the failed condition and aborts: a bug was found, the process restarts and replays its
/// journal. Never to validate input.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace preau

#define PREAU_CHECK(condition) \
    ((condition) ? void() : ::preau::check_failed(#condition, __FILE__, __LINE__))
#define PREAU_UNREACHABLE() ::preau::check_failed("unreachable", __FILE__, __LINE__)
