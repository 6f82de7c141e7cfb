// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <functional>
#include <string>

namespace preau::test {

/// Every way of changing one byte that is likely to matter: one bit, the case of a letter, the high
/// bit, all bits; the byte missing; the byte twice; the text cut before it. Calls `accepts` with
/// each changed text and gives the place of the first one that it takes, or npos.
inline std::size_t first_accepted_change(const std::string& text,
                                         const std::function<bool(const std::string&)>& accepts) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const int bits : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF}) {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ bits);
            if (accepts(changed)) return at;
        }
        if (accepts(std::string(text).erase(at, 1))) return at;
        const std::string twice = text.substr(0, at + 1) + text.substr(at);
        if (accepts(twice)) return at;
        if (accepts(text.substr(0, at))) return at;
    }
    for (const char* tail : {"\n", " ", "\r\n", "x", "="})
        if (accepts(text + tail)) return text.size();
    return std::string::npos;
}

/// The same for long texts that are slow to read: one bit of each byte, another one at each place.
inline std::size_t first_accepted_flip(const std::string& text,
                                       const std::function<bool(const std::string&)>& accepts) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1 << at % 8);
        if (accepts(changed)) return at;
    }
    return std::string::npos;
}

}  // namespace preau::test
