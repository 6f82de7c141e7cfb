// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace preau::exam {

/// What keeps a browser on the test: the companion extension or Safe Exam Browser.
enum class LockdownKind { none, companion, seb };

/// What the session requires of every seat; `any` is either of them.
enum class LockdownPolicy { none, companion, seb, any };

/// What a page says it found. A page can lie: this shows an extension that was forgotten or broke
/// down, not a cheat.
struct Lockdown {
    LockdownKind kind = LockdownKind::none;
    std::string version{};  ///< as the extension or the browser gives it

    bool operator==(const Lockdown&) const = default;
};

bool satisfies(const Lockdown& lockdown, LockdownPolicy policy);

}  // namespace preau::exam
