// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the rest of the program knows of HTTP: plain values, no library type.
namespace preau::http {

enum class Method { get, head, post, put, patch, other };

/// A request that has passed the gate. Absent fields are empty; bytes are as received, nothing is
/// percent-decoded: a path with an escape matches no route of ours.
struct Request {
    Method method = Method::get;
    std::string path;   ///< starts with '/', without the query
    std::string query;  ///< after the '?', without it
    std::string authorization, idempotency_key, content_type, if_none_match, origin, last_event_id;
    std::string host;  ///< lower case, with its port when one was sent
    /// Of the resumable uploads of tus 1.0.0.
    std::string tus_resumable, upload_length, upload_offset, upload_checksum, upload_metadata;
    std::string cookie;
    bool x_preau = false;
    bool accepts_gzip = false;
    std::string body;
    std::string peer;  ///< textual address, IPv4 never in its IPv6 clothes
};

/// One server-sent event. `data` may hold several lines; `name` none. id 0: no id line.
struct StreamEvent {
    std::string name;
    std::uint64_t id = 0;
    std::string data;
};

/// The server adds the security headers, Content-Length and, unless given here,
/// `Cache-Control: no-store`. Names and values must not hold line breaks: that is a bug.
struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  ///< instead of body: static files
    /// Set: the answer is a live stream of server-sent events on this topic. It begins with
    /// first_events; what the replying thread publishes after its reply() follows, without a gap.
    std::optional<std::string> stream_topic;
    std::vector<StreamEvent> first_events;
};

using Reply = std::function<void(Response)>;

class Dispatcher {
  public:
    virtual ~Dispatcher() = default;
    /// Called on the io thread; must not block. `reply` is called exactly once, now or later, from
    /// any thread; twice is a bug, and letting it go uncalled answers 503. After the client has
    /// gone, or the server has, it does nothing.
    virtual void dispatch(Request request, Reply reply) = 0;
};

}  // namespace preau::http
