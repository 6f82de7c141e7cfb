// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace preau {

Error Error::environment(std::string message) {
    return {ErrorKind::environment, std::move(message)};
}

Error Error::malformed(std::string message) { return {ErrorKind::malformed, std::move(message)}; }

Error Error::with_context(std::string_view intent) && {
    message = fmt::format("{}: {}", intent, message);
    return std::move(*this);
}

Error errno_error(std::string_view intent) {
    return Error::environment(
        fmt::format("{}: {}", intent, std::generic_category().message(errno)));
}

}  // namespace preau
