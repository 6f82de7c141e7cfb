// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace preau {

/// Sixteen bytes that name one thing; the tag keeps a session from being taken for a command.
template <class Tag>
struct Id {
    ByteArray<16> bytes{};

    auto operator<=>(const Id&) const = default;
    std::string hex() const { return to_hex(bytes); }
    static Result<Id> from_hex(std::string_view text) {
        auto array = array_from_hex<16>(text);
        if (!array) return fail(std::move(array.error()));
        return Id{*array};
    }
};

using SessionId = Id<struct SessionTag>;
/// Chosen by the browser for one act, kept there until the box has answered.
using CommandId = Id<struct CommandTag>;

/// Place of a candidate on the session's roster, 1 to candidates_per_session_max; 0 is the session.
struct CandidateNumber {
    std::uint32_t value = 0;
    auto operator<=>(const CandidateNumber&) const = default;
};

/// Session number as people see and type it: digits only, 1 to 10 of them.
bool is_session_number(std::string_view text);

}  // namespace preau
