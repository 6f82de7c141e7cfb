// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/installation.hpp"

#include <optional>

namespace preau::tool {

/// What the demo tells again at each start. A real box keeps no password in clear.
struct DemoSession {
    OpenedSession opened;
    std::string date;       ///< YYYY-MM-DD
    std::string pack_hash;  ///< hexadecimal
};

struct DemoState {
    std::int64_t next_number = 1001;  ///< written before it is used: a number serves once
    std::optional<DemoSession> session;
};

/// The state of a demo that has none yet when the file is absent.
Result<DemoState> load_demo_state(const std::filesystem::path& file);
/// Mode 0600.
Result<void> save_demo_state(const DemoState& state, const std::filesystem::path& file);

}  // namespace preau::tool
