// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// The only door to utf8proc. Total: bytes that are not UTF-8 count as U+FFFD.
namespace preau::answers {

std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view code_points);

/// Canonical composition and decomposition (Unicode NFC and NFD).
std::u32string composed(std::string_view text);
std::u32string decomposed(std::string_view text);

/// One code point for one: U+0130 becomes i, a final capital sigma an ordinary one.
char32_t lower_case(char32_t code_point);

/// A letter or a digit of any script.
bool is_alphanumeric(char32_t code_point);

/// White space of ECMAScript's \s, U+00A0 and U+FEFF included.
bool is_white_space(char32_t code_point);

}  // namespace preau::answers
