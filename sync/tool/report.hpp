// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace preau::tool {

/// One line on standard error; returns the exit code that fits the kind of error.
int report(const Error& error);

}  // namespace preau::tool
