// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/limits.hpp"
#include "base/time.hpp"
#include "http/gate.hpp"
#include "http/streams_hub.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace preau::http {

/// Each is absolute: it starts with the phase and does not move when a byte arrives.
struct Deadlines {
    Duration idle = seconds(30);     ///< from the opening or the last answer to the next first byte
    Duration header = seconds(5);    ///< from the first byte of a request to its empty line
    Duration body = seconds(15);     ///< from there to its last byte
    Duration write = seconds(30);    ///< for a whole answer, or one write to a stream
    Duration linger = seconds(1);    ///< for the peer to take the last answer before the close
    Duration drain = seconds(3);     ///< from stop() to the end of whatever is still open
    Duration comment = seconds(10);  ///< between two signs of life on a quiet stream
};

struct ServerConfig {
    std::string address = "127.0.0.1";  ///< textual; "0.0.0.0" and "::" are every interface
    std::uint16_t port = 0;             ///< 0: any free one
    std::vector<std::string> hosts;     ///< names allowed in Host; empty: any well-formed one
    std::size_t connections_max = limits::http_connections_max;
    std::size_t connections_per_address_max = 16;  ///< 0: no limit by address (NAT mode)
    std::size_t requests_per_connection_max = limits::http_requests_per_connection_max;
    BodyLimit body_bytes_max;  ///< empty: 64 KiB for POST and PUT, nothing for the others
    bool accepts_patch = false;
    /// Bytes that the bodies being read may hold together; beyond it a request is answered 503
    /// before its body is read. 0: no limit, for small bodies.
    std::size_t bodies_bytes_max = 0;
    Deadlines deadlines;
    StreamsHub::Bounds stream_queue;
};

}  // namespace preau::http
