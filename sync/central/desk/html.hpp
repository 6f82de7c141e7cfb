// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "central/desk/access.hpp"
#include "http/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preau::central {

/// Text as a page shows it: nothing in it is markup, and control characters are visible.
std::string escaped(std::string_view text);

/// "21/09/2026 à 14:13 (UTC)".
std::string day_and_hour(WallTime time);

/// A time of a page, for people and programs.
std::string time_element(WallTime time);

/// What surrounds a page.
struct Frame {
    std::string_view title;          ///< French, plain text
    std::optional<Holder> holder{};  ///< who is logged in: links and a way out
    std::string_view cookie{};       ///< theirs
    std::string_view script{};       ///< path of the page's own script, if it has one
};

/// A whole page in French. `body` is markup.
http::Response page(const Frame& frame, std::string_view body, int status = 200);

/// The hidden field that every form holds.
std::string form_token_field(std::string_view cookie);

http::Response see_other(std::string_view path);

}  // namespace preau::central
