// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/http_client.hpp"
#include "json/value.hpp"
#include "tool/time_limit.hpp"

#include <functional>
#include <optional>
#include <string>

namespace preau::tool {

struct BoxAnswer {
    int status = 0;
    json::Value body;

    bool is_done() const { return status >= 200 && status < 300; }
    /// The stable code of a refusal, else empty.
    std::string code() const;
};

struct BoxRequest {
    std::string method;
    std::string path;
    json::Value body{};  ///< null: none
    std::string idempotency_key{};
};

/// One robot's browser: a connection of its own, and the patience of a real page. One thread.
class BoxClient {
  public:
    /// `url`: "http://127.0.0.1:8080".
    BoxClient(std::string url, TimeLimit& limit);

    /// What to do when the box says that its session is locked, before asking again.
    void when_locked(std::function<void()> act) { when_locked_ = std::move(act); }
    void use_token(std::string token) { token_ = std::move(token); }
    /// Sends the very same request until the box has answered it: again after a network failure,
    /// after Retry-After when the box says 429 or 503, and while it waits for the code of the day.
    /// Nothing once the time limit is over.
    std::optional<BoxAnswer> ask(const BoxRequest& request);

    std::size_t failures() const { return failures_; }  ///< network failures gone through
    std::size_t waits() const { return waits_; }        ///< 429 and 503 obeyed

  private:
    agent::HttpRequest http_request(const BoxRequest& request) const;

    std::string url_;
    std::string token_;
    TimeLimit& limit_;
    agent::HttpClient http_;
    std::function<void()> when_locked_ = [] {};
    std::size_t failures_ = 0;
    std::size_t waits_ = 0;
};

/// A text of a view, empty when it is not there; a whole number, 0 when it is not there.
std::string text_of(const json::Value& view, std::string_view name);
std::int64_t integer_of(const json::Value& view, std::string_view name);

}  // namespace preau::tool
