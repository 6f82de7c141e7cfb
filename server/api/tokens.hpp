// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

#include <optional>

namespace preau::api {

/// 32 hexadecimal digits that a device keeps; the journal knows only its hash.
struct Token {
    std::string text;
    Hash hash{};
};
Token draw_token(Entropy& entropy);

/// What the journal keeps of a token that a page has drawn.
Hash hash_of(std::string_view token);

/// Hash of the token in `Authorization: Bearer …`; nothing when there is none or it is misshapen.
std::optional<Hash> bearer_token(const http::Request& request);

std::optional<Device> find_candidate(const World& world, const Hash& token);
std::optional<Device> find_invigilator(const World& world, const Hash& token);

}  // namespace preau::api
