// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/http_client.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preau::agent {

/// Why something did not go through. Each has a word for programs and a sentence for people.
enum class Trouble {
    none,
    // The line: whatever is tried next would meet it too.
    no_name,
    no_connection,
    not_trusted,
    too_slow,
    cut,
    portal,  ///< somebody on the way answers instead of the platform
    proxy_login,
    busy,
    wrong_address,
    given_up,  ///< the program is asked to stop
    // This file.
    damaged_on_the_way,
    refused,
    verifying,
    quarantined,
    rejected,
    contested,
    receipt_wrong,
    unreadable,
    token_refused,
    // This machine, the stick.
    disk,
    stick_gone,
    stick_full,
    stick_read_only,
    stick_unreliable,
};

/// What an attempt ran into.
struct Obstacle {
    Trouble trouble = Trouble::none;
    std::string detail{};    ///< for the log, in English
    std::string said{};      ///< the platform's own title, in French, made fit to be shown
    Duration retry_after{};  ///< what the platform asked for; 0 when it asked for nothing
};

bool is_of_the_line(Trouble trouble);
std::string_view word(Trouble trouble);
/// What is the matter and what to do, in French; empty for none.
std::string_view sentence(Trouble trouble);

Obstacle obstacle_of(const LineFailure& failure);

/// What an answer of the platform speaks: tus says so in a header.
enum class Speech { tus, plain };
/// Nothing when the answer can be the platform's and is a success (2xx). Statuses that a step
/// expects (409, 460, 404) are for the caller to look at first.
std::optional<Obstacle> obstacle_of(const HttpAnswer& answer, Speech speech);

/// `text` on one line, without control characters nor broken UTF-8, cut to what a person reads.
std::string fit_to_be_shown(std::string_view text);

}  // namespace preau::agent
