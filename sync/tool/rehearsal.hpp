// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/stop_signals.hpp"
#include "tool/verdict.hpp"

#include <filesystem>

namespace preau::tool {

struct RehearsalOptions {
    std::filesystem::path programs;
    std::filesystem::path web;
    std::filesystem::path pack;  ///< source folder
    std::size_t candidates = 40;
    std::uint64_t seed = 1;
    std::size_t kills = 0;
    Duration patience = minutes(10);
};

/// A whole session by robots, over real HTTP, with the real programs on free ports and in `folder`,
/// which is absent or empty. The error says what kept it from running; what went wrong in a session
/// that did run is in the verdict. Progress is told on standard output.
Result<Verdict> rehearse(const RehearsalOptions& options, const std::filesystem::path& folder,
                         StopSignals& signals);

}  // namespace preau::tool
