// SPDX-License-Identifier: Apache-2.0
#include "answers/normalise.hpp"

#include "answers/unicode.hpp"

#include <algorithm>

namespace preau::answers {

namespace {

constexpr char32_t kUnbreakableSpace = 0xa0;

bool is_accent(char32_t code_point) { return code_point >= 0x300 && code_point <= 0x36f; }

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
}

}  // namespace

std::string pretreat(std::string_view text) {
    auto result = composed(text);
    std::ranges::replace(result, kUnbreakableSpace, U' ');
    return utf8(result);
}

std::string t1(std::string_view text) {
    auto lower = code_points(text);
    for (auto& code_point : lower) code_point = lower_case(code_point);
    auto result = decomposed(utf8(lower));
    std::erase_if(result, [](char32_t c) { return is_accent(c) || is_white_space(c); });
    return utf8(result);
}

std::string t2(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool repeats_space = c == ' ' && !result.empty() && result.back() == ' ';
        if (is_plain(c) && !repeats_space) result += c;
    }
    return result;
}

std::string treat(std::string_view text, const Treatments& treatments) {
    std::string result(text);
    if (treatments.t1) result = t1(result);
    if (treatments.t2) result = t2(result);
    return result;
}

}  // namespace preau::answers
