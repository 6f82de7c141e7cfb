// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace preau {

/// What went wrong outside the exam's rules. A rule that says no is an exam::Refusal, a bug is a
/// PREAU_CHECK: the four are never mixed.
enum class ErrorKind {
    environment,  ///< disk, network, another process: for the operator's log
    malformed,    ///< bytes that are not what their format says: for whoever made them
};

struct Error {
    ErrorKind kind = ErrorKind::environment;
    std::string message;

    static Error environment(std::string message);
    static Error malformed(std::string message);

    /// "intent: cause", so that a log line reads from what was wanted to what happened.
    Error with_context(std::string_view intent) &&;
};

/// An environment error that ends with what errno says.
Error errno_error(std::string_view intent);

}  // namespace preau
