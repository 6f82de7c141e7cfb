// SPDX-License-Identifier: Apache-2.0
#include "exam/codes.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

constexpr std::string_view kLetters = "BCDFGHJKMPQRTVWXY";
constexpr std::string_view kDigits = "2346789";
constexpr std::string_view kPassword = "23456789bcdfghjkmpqrstvwxyBCDFGHJKMPQRSTVWXY!*?";
constexpr std::size_t kPasswordLength = 6;
constexpr std::string_view kPersonalCode = "BCDFGHJKMPQRTVWXY2346789";
constexpr std::size_t kPersonalCodeLength = 6;

// A fresh seed for each symbol: these are secrets, and one 64-bit generator state is not enough
// unpredictability to spread over a whole code.
char draw(Entropy& entropy, std::string_view alphabet) {
    return alphabet[SplitMix64(draw_seed(entropy)).below(alphabet.size())];
}

bool all_of(std::string_view text, std::string_view alphabet) {
    return text.find_first_not_of(alphabet) == std::string_view::npos;
}

}  // namespace

std::string draw_access_code(Entropy& entropy) {
    std::string code;
    while (code.size() < 4) code += draw(entropy, kLetters);
    while (code.size() < 6) code += draw(entropy, kDigits);
    return code;
}

bool is_access_code(std::string_view text) {
    return text.size() == 6 && all_of(text.substr(0, 4), kLetters) &&
           all_of(text.substr(4), kDigits);
}

bool same_code(std::string_view typed, std::string_view code) {
    std::string plain;
    for (const char c : typed) {
        const bool is_lower = c >= 'a' && c <= 'z';
        if (c != ' ') plain += is_lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain == code;
}

std::string draw_personal_code(Entropy& entropy) {
    std::string code;
    while (code.size() < kPersonalCodeLength) code += draw(entropy, kPersonalCode);
    return code;
}

bool is_personal_code(std::string_view text) {
    return text.size() == kPersonalCodeLength && all_of(text, kPersonalCode);
}

std::string draw_invigilator_password(Entropy& entropy) {
    std::string password;
    while (password.size() < kPasswordLength) {
        const char c = draw(entropy, kPassword);
        if (password.find(c) == std::string::npos) password += c;
    }
    return password;
}

bool is_invigilator_password(std::string_view text) {
    std::string sorted(text);
    std::ranges::sort(sorted);
    return text.size() == kPasswordLength && all_of(text, kPassword) &&
           std::ranges::adjacent_find(sorted) == sorted.end();
}

std::string draw_session_number(Entropy& entropy) {
    return std::to_string(100'000 + SplitMix64(draw_seed(entropy)).below(900'000));
}

}  // namespace preau::exam
