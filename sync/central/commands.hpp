// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/platform.hpp"

/// What preau-central does when asked on its command line. Each prints one line of JSON.
namespace preau::central {

Result<void> enrol_box(const std::filesystem::path& data, const std::string& name,
                       const std::string& key_hex);

/// Serves until SIGINT or SIGTERM.
Result<void> serve(const PlatformConfig& config);

Result<void> print_answers(const std::filesystem::path& data, const std::string& session_hex);
Result<void> print_sessions(const std::filesystem::path& data);

}  // namespace preau::central
