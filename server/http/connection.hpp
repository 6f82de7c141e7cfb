// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/channel.hpp"
#include "http/connection_guard.hpp"
#include "http/live_connections.hpp"
#include "http/server_config.hpp"
#include "http/streams_hub.hpp"

#include <memory>
#include <string>

namespace preau::http {

/// What every connection shares. All of it outlives the io context's run.
struct ServerParts {
    const ServerConfig& config;
    GateRules rules;
    Dispatcher& dispatcher;
    StreamsHub streams;
    LiveConnections connections;
    ConnectionGuard guard;
    std::size_t bodies_bytes = 0;  ///< of the bodies being read, as announced
};

/// Serves one peer from its first byte to the close. `parts` must outlive the coroutine.
boost::asio::awaitable<void> serve_connection(std::unique_ptr<Channel> channel, std::string peer,
                                              ConnectionGuard::Place place, ServerParts* parts);

}  // namespace preau::http
