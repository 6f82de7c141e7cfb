// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace preau::api {

/// What is known of a candidate besides the facts of their own test.
struct Surroundings {
    bool silent = false;    ///< the device has not spoken for a while
    bool namesake = false;  ///< another candidate bears the same name
    exam::LockdownPolicy lockdown = exam::LockdownPolicy::none;
};

/// What a card points out: several at once, none hides another. In a fixed order.
std::vector<std::string_view> flags(const exam::Candidate& candidate, const Surroundings& around);

/// How soon the invigilator is to look at the candidate, 0 first; nothing when there is nothing to
/// do. The order of the grid, on every page alike.
std::optional<int> urgency(const exam::Candidate& candidate, const Surroundings& around);

/// The oldest lost contact that is over and that nobody has ruled on yet, 1-based in
/// Candidate::interruptions; 0: none, or nothing left to rule.
int unruled_interruption(const exam::Candidate& candidate);

}  // namespace preau::api
