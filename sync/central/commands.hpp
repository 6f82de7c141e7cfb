// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/platform.hpp"

/// What preau-central does when asked on its command line. Each prints one line of JSON.
namespace preau::central {

Result<void> init(const std::filesystem::path& data);

Result<void> enrol_box(const std::filesystem::path& data, const std::string& name,
                       const std::string& key_hex);

struct AuthoriseOptions {
    std::filesystem::path data, pack, roster, out;
    std::vector<std::string> boxes;
    std::string number;
    std::string uai;
    std::string campaign;
    std::uint32_t max_candidates = 0;
    int days = 30;  ///< of validity from now
};
Result<void> authorise(const AuthoriseOptions& options);

/// Serves until SIGINT or SIGTERM.
Result<void> serve(const PlatformConfig& config);

Result<void> print_answers(const std::filesystem::path& data, const std::string& session_hex);
Result<void> print_sessions(const std::filesystem::path& data);

}  // namespace preau::central
