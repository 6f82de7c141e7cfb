// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace preau::answers {

/// The number that a person wrote: the first comma is the decimal point, the first space separates
/// thousands, spaces around do not count. Nothing when it is no decimal number; Pix also takes
/// JavaScript's hexadecimal and the word Infinity, which no question asks for.
std::optional<double> typed_number(std::string_view text);

}  // namespace preau::answers
