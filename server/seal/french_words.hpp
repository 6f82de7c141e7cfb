// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace preau::seal {

/// One word for each byte: short, without accents, told apart by their first four letters, also
/// over the telephone. The order is part of the format (docs/formats/identity.md).
extern const std::array<std::string_view, 256> kFrenchWords;

}  // namespace preau::seal
