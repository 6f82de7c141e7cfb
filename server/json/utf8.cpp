// SPDX-License-Identifier: Apache-2.0
#include "json/utf8.hpp"

#include <cstdint>

namespace preau::json {

namespace {

/// First bytes first..last start a character of `bytes` bytes whose second byte is in low..high.
struct Lead {
    std::uint8_t first, last;
    std::size_t bytes;
    std::uint8_t low, high;
};

constexpr Lead kLeads[] = {
    {0x00, 0x7F, 1, 0x00, 0x00}, {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF}, {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF}, {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

/// Bytes of the character that starts the text, 0 when none does.
std::size_t character_bytes(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    for (const auto& lead : kLeads) {
        if (byte(0) < lead.first || byte(0) > lead.last) continue;
        if (text.size() < lead.bytes) return 0;
        if (lead.bytes > 1 && (byte(1) < lead.low || byte(1) > lead.high)) return 0;
        for (std::size_t i = 2; i < lead.bytes; ++i)
            if ((byte(i) & 0xC0) != 0x80) return 0;
        return lead.bytes;
    }
    return 0;
}

}  // namespace

std::size_t valid_utf8_bytes(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto bytes = character_bytes(text.substr(at));
        if (bytes == 0) break;
        at += bytes;
    }
    return at;
}

}  // namespace preau::json
