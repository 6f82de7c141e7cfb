// SPDX-License-Identifier: Apache-2.0
#include "agent/trouble.hpp"

#include "base/check.hpp"
#include "json/read.hpp"
#include "json/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace preau::agent {

namespace {

constexpr int kRetryAfterSecondsMax = 3600;
constexpr std::size_t kShownBytesMax = 300;
constexpr std::size_t kLoggedBytesMax = 300;

Duration retry_after(const HttpAnswer& answer) {
    const auto text = answer.header("retry-after");
    int value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc{}) return {};
    return seconds(std::clamp(value, 0, kRetryAfterSecondsMax));
}

/// The platform's French title; empty when the answer is no problem of its own.
std::string title_of(const HttpAnswer& answer) {
    if (!answer.header("content-type").starts_with("application/problem+json")) return {};
    const auto problem = json::read(answer.body);
    const auto* title = problem ? problem->find("title") : nullptr;
    const auto* text = title != nullptr ? title->text() : nullptr;
    return text != nullptr ? fit_to_be_shown(*text) : std::string{};
}

Trouble trouble_of(int status, bool has_title) {
    if (status == 407) return Trouble::proxy_login;
    if (status == 408 || status == 423 || status == 429) return Trouble::busy;
    if (status >= 500 && status != 511) return Trouble::busy;
    if (status == 400 && has_title) return Trouble::damaged_on_the_way;
    if (status >= 400 && status < 500 && has_title)
        return status == 401 ? Trouble::token_refused : Trouble::refused;
    return Trouble::portal;  // a redirection, a page that forbids: nothing of the platform's
}

}  // namespace

Obstacle obstacle_of(const LineFailure& failure) {
    const auto trouble = [&] {
        switch (failure.fault) {
            case LineFault::bad_address:
                return Trouble::wrong_address;
            case LineFault::unresolved:
                return Trouble::no_name;
            case LineFault::unreachable:
                return Trouble::no_connection;
            case LineFault::untrusted:
                return Trouble::not_trusted;
            case LineFault::too_slow:
                return Trouble::too_slow;
            case LineFault::cut:
                return Trouble::cut;
            case LineFault::too_long:
                return Trouble::portal;
            case LineFault::given_up:
                return Trouble::given_up;
        }
        PREAU_UNREACHABLE();
    }();
    return {.trouble = trouble, .detail = failure.error.message};
}

std::optional<Obstacle> obstacle_of(const HttpAnswer& answer, Speech speech) {
    const bool is_success = answer.status >= 200 && answer.status < 300;
    const bool is_spoken = speech == Speech::plain || answer.header("tus-resumable") == "1.0.0";
    if (is_success && is_spoken) return std::nullopt;
    auto title = title_of(answer);
    Obstacle obstacle{
        .trouble = is_success ? Trouble::portal : trouble_of(answer.status, !title.empty()),
        .detail =
            fmt::format("status {}: {}", answer.status, answer.body.substr(0, kLoggedBytesMax))};
    obstacle.said = std::move(title);
    obstacle.retry_after = retry_after(answer);
    return obstacle;
}

std::string fit_to_be_shown(std::string_view text) {
    std::string shown(text.substr(0, json::valid_utf8_bytes(text)));
    if (shown.size() > kShownBytesMax) {
        shown.resize(kShownBytesMax);
        shown.resize(json::valid_utf8_bytes(shown));
    }
    std::erase_if(shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return shown;
}

}  // namespace preau::agent
