// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

namespace preau::seal {

/// Bech32 (BIP 173, without its limit of 90 symbols): prefix, "1", five bits a symbol, a checksum
/// of six symbols. Lower case; whole bytes only.
std::string to_bech32(std::string_view prefix, ByteView bytes);

/// The bytes, when the text has that prefix and is all lower or all upper case. Refuses any second
/// spelling: a wrong checksum, bits set beyond the last byte.
Result<Bytes> from_bech32(std::string_view prefix, std::string_view text);

}  // namespace preau::seal
