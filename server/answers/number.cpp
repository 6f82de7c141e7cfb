// SPDX-License-Identifier: Apache-2.0
#include "answers/number.hpp"

#include <charconv>
#include <string>

namespace preau::answers {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\n\v\f\r";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

}  // namespace

std::optional<double> typed_number(std::string_view text) {
    std::string decimal(text);
    if (const auto comma = decimal.find(','); comma != std::string::npos) decimal[comma] = '.';
    if (const auto space = decimal.find(' '); space != std::string::npos) decimal.erase(space, 1);
    auto digits = trimmed(decimal);
    // from_chars knows no plus, and would read "inf" and "nan".
    if (digits.starts_with('+') && !digits.starts_with("+-")) digits.remove_prefix(1);
    if (digits.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return std::nullopt;
    double number = 0.0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

}  // namespace preau::answers
