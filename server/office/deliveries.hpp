// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace preau::office {

/// Why something did not go through, as preau-sync tells it.
struct DeliveryTrouble {
    std::string code;     ///< for programs
    std::string message;  ///< in French
    std::string said;     ///< the platform's own words; often empty
};

/// What preau-sync says of one sealed session. That one was received, only a receipt says.
struct Delivery {
    std::string state;  ///< waiting | sending | stored | accepted | refused
    std::int64_t bytes_sent = 0, bytes_total = 0;
    std::optional<DeliveryTrouble> trouble;
    std::optional<WallTime> tried_at, next_try;
};

struct StickNews {
    bool is_here = false;
    std::int64_t carried = 0, waiting = 0, taken = 0;
    std::optional<DeliveryTrouble> trouble;
    WallTime at;
};

struct DeliveryNews {
    std::optional<WallTime> answered_at;  ///< the platform last answered
    std::optional<DeliveryTrouble> line;
    std::optional<StickNews> stick;
    std::map<std::string, Delivery> by_session;  ///< by the session's id in hexadecimal
};

/// Reads `deliveries.json` of the inbox: written by the program that speaks to the network, so
/// bounded and strict. Malformed, or not there yet: no news.
std::optional<DeliveryNews> read_deliveries(const std::filesystem::path& inbox);

/// Asks preau-sync to try at once: a file whose time it looks at.
Result<void> ask_to_try_now(const std::filesystem::path& outbox, WallTime now);

/// Until when a session should be at the platform: thirty days after the window in which it could
/// be held, which is what centres have to finalise and correct a session before its results are
/// published. Later ones are taken too.
inline constexpr Duration kDeliveryTime = minutes(30 * 24 * 60);

}  // namespace preau::office
