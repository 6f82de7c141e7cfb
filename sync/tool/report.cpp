// SPDX-License-Identifier: Apache-2.0
#include "tool/report.hpp"

#include "tool/command.hpp"

#include <fmt/format.h>

namespace preau::tool {

int report(const Error& error) {
    fmt::print(stderr, "preau: {}\n", error.message);
    return error.kind == ErrorKind::malformed ? kRefused : kFailed;
}

}  // namespace preau::tool
