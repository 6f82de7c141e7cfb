// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace preau::answers {

/// What an answer is worth; only ok counts as right.
enum class Status { ok, ko, aband, timedout, focused_out, partially };

}  // namespace preau::answers
