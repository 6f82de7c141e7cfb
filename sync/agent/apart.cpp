// SPDX-License-Identifier: Apache-2.0
#include "agent/apart.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

namespace preau::agent {

Result<void> check_cannot_read(std::span<const std::filesystem::path> paths) {
    for (const auto& path : paths) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) continue;
        ::close(descriptor);
        return fail(Error::environment(
            fmt::format("{}: this program can read it and must not; run it as a user of its own",
                        path.string())));
    }
    return {};
}

}  // namespace preau::agent
