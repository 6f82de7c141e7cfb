// SPDX-License-Identifier: Apache-2.0
#include "tool/box_client.hpp"

#include "json/read.hpp"
#include "json/write.hpp"

#include <algorithm>
#include <charconv>

namespace preau::tool {

namespace {

constexpr Duration kRequestPatience = seconds(15);
constexpr int kLocked = 423;
constexpr Duration kFirstPause = milliseconds(20);
constexpr Duration kLongestPause = milliseconds(250);

bool asks_to_wait(int status) { return status == 429 || status == 503; }

/// Whole seconds, as our box says it.
Duration retry_after(const agent::HttpAnswer& answer) {
    const auto text = answer.header("retry-after");
    int wait = 1;
    std::from_chars(text.data(), text.data() + text.size(), wait);
    return seconds(std::clamp(wait, 1, 60));
}

}  // namespace

std::string BoxAnswer::code() const { return is_done() ? std::string{} : text_of(body, "code"); }

BoxClient::BoxClient(std::string url, TimeLimit& limit)
    : url_(std::move(url)),
      limit_(limit),
      http_({.connect_timeout = seconds(2), .is_cancelled = [&limit] { return limit.is_over(); }}) {
}

agent::HttpRequest BoxClient::http_request(const BoxRequest& request) const {
    agent::HttpRequest http{.method = request.method,
                            .url = url_ + request.path,
                            .headers = {},
                            .body = {},
                            .timeout = kRequestPatience};
    if (!token_.empty()) http.headers.emplace_back("Authorization", "Bearer " + token_);
    if (request.method == "GET") return http;
    http.headers.emplace_back("X-Preau", "1");
    http.headers.emplace_back("Content-Type", "application/json");
    if (!request.idempotency_key.empty())
        http.headers.emplace_back("Idempotency-Key", request.idempotency_key);
    http.body = json::write(request.body);
    return http;
}

std::optional<BoxAnswer> BoxClient::ask(const BoxRequest& request) {
    const auto http = http_request(request);
    for (Duration pause = kFirstPause; !limit_.is_over();) {
        const auto answer = http_.send(http);
        if (answer && asks_to_wait(answer->status)) {
            ++waits_;
            limit_.sleep(retry_after(*answer));
            continue;
        }
        // A body cut short is a network failure like another.
        auto body = answer ? json::read(answer->body) : Result<json::Value>(fail(answer.error()));
        if (body && answer->status == kLocked && text_of(*body, "code") == "session_locked") {
            when_locked_();
            limit_.sleep(kFirstPause);
            continue;
        }
        if (body) return BoxAnswer{answer->status, std::move(*body)};
        ++failures_;
        limit_.sleep(pause);
        pause = std::min(kLongestPause, pause + pause);
    }
    return std::nullopt;
}

std::string text_of(const json::Value& view, std::string_view name) {
    const auto* member = view.find(name);
    const auto* text = member == nullptr ? nullptr : member->text();
    return text == nullptr ? std::string{} : *text;
}

std::int64_t integer_of(const json::Value& view, std::string_view name) {
    const auto* member = view.find(name);
    const auto* integer = member == nullptr ? nullptr : member->integer();
    return integer == nullptr ? 0 : *integer;
}

}  // namespace preau::tool
