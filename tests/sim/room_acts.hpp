// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "http/message.hpp"
#include "json/value.hpp"
#include "sim/chance.hpp"

#include <optional>
#include <string>

namespace preau::sim {

/// What an invigilator decides to do, with the key under which it is sent, however often.
struct RoomAct {
    http::Method method = http::Method::post;
    std::string path;  ///< below the invigilation
    json::Value body;
    CommandId key;
    bool leaves_record = false;  ///< whenever the box says that it is done
};

/// What the page shows of one candidate asks for, or what comes to mind; most often nothing. In
/// calm weather nothing new is held, and all that is held goes on.
std::optional<RoomAct> act_for(const json::Value& card, bool calm, Chance& chance);
std::optional<RoomAct> act_for_all(const json::Value& view, bool calm, Chance& chance);

}  // namespace preau::sim
