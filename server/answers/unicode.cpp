// SPDX-License-Identifier: Apache-2.0
#include "answers/unicode.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <utf8proc.h>
#include <vector>

namespace preau::answers {

namespace {

constexpr char32_t kReplacement = 0xfffd;

const utf8proc_uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::u32string normalised(std::string_view text, utf8proc_option_t form) {
    const auto valid = utf8(code_points(text));
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | form);
    const auto size = static_cast<utf8proc_ssize_t>(valid.size());
    const auto needed = utf8proc_decompose(bytes_of(valid), size, nullptr, 0, options);
    PREAU_CHECK(needed >= 0);
    std::vector<utf8proc_int32_t> buffer(static_cast<std::size_t>(needed));
    utf8proc_decompose(bytes_of(valid), size, buffer.data(), needed, options);
    const auto length = utf8proc_normalize_utf32(buffer.data(), needed, options);
    PREAU_CHECK(length >= 0 && length <= needed);
    return {buffer.begin(), buffer.begin() + length};
}

}  // namespace

std::u32string code_points(std::string_view text) {
    std::u32string result;
    while (!text.empty()) {
        utf8proc_int32_t code_point = 0;
        const auto length = utf8proc_iterate(
            bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &code_point);
        result += length > 0 ? static_cast<char32_t>(code_point) : kReplacement;
        text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    }
    return result;
}

std::string utf8(std::u32string_view code_points) {
    std::string text;
    std::array<utf8proc_uint8_t, 4> bytes{};
    for (const auto code_point : code_points) {
        const auto length =
            utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
        text.append(bytes.begin(), bytes.begin() + length);
    }
    return text;
}

std::u32string composed(std::string_view text) { return normalised(text, UTF8PROC_COMPOSE); }

std::u32string decomposed(std::string_view text) { return normalised(text, UTF8PROC_DECOMPOSE); }

char32_t lower_case(char32_t code_point) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

bool is_alphanumeric(char32_t code_point) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
            return true;
        default:
            return false;
    }
}

bool is_white_space(char32_t code_point) {
    constexpr std::u32string_view others =
        U"\u0020\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";
    return (code_point >= 0x09 && code_point <= 0x0d) ||
           (code_point >= 0x2000 && code_point <= 0x200a) ||
           others.find(code_point) != std::u32string_view::npos;
}

}  // namespace preau::answers
