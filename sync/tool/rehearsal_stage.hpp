// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pack.hpp"
#include "tool/rehearsal.hpp"
#include "tool/rehearsal_roster.hpp"
#include "tool/service.hpp"

namespace preau::tool {

/// What a rehearsal finds ready: an installation with its pack, one open session, free ports.
struct Stage {
    Installation installation;
    InstalledPack installed_pack;
    pack::Pack pack;  ///< opened, with the solutions
    OpenedSession session;
    Ports ports;
};

/// Robots all come from one address, so the box counts by token.
inline constexpr const char* kRehearsalNetworkMode = "nat";

Result<Stage> set_up_stage(const RehearsalOptions& options, const std::filesystem::path& folder,
                           const std::vector<Pupil>& pupils);

}  // namespace preau::tool
