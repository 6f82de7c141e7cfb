// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <span>

namespace preau::agent {

/// Refuses when this process could read one of them: the program that speaks to the network must
/// have neither the keys of the box nor its database. The system's rights are what protects them;
/// this only finds out that somebody set them wrong.
Result<void> check_cannot_read(std::span<const std::filesystem::path> paths);

}  // namespace preau::agent
