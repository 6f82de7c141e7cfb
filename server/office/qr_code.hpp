// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preau::office {

/// The modules of a QR code (ISO/IEC 18004), row by row, '1' dark and '0' light, without the quiet
/// zone of four modules around it: whoever draws it leaves that. Error correction of level M.
/// The text is kept as its bytes. Nothing for an empty text, or one of more than 2,331 bytes.
std::optional<std::vector<std::string>> qr_code(std::string_view text);

}  // namespace preau::office
