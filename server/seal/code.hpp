// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <cstdint>

namespace preau::seal {

/// A number of 75 bits that people read, write down and type: 15 symbols of Crockford's alphabet
/// and a check symbol, XXXX-XXXX-XXXX-XXXX. The check finds every single wrong symbol and every
/// swap of two neighbours.
std::string code_of(const Hash& hash);

/// Reads what somebody typed: lower case, spaces, other hyphens, O for 0, I and L for 1 are
/// accepted; a wrong check symbol is not. Gives the one spelling.
Result<std::string> read_code(std::string_view typed);

/// Check symbol of symbols: the sum over GF(32), modulus x⁵+x³+1, of 2ⁱ times symbol i from 1.
char check_symbol(std::string_view symbols);

/// Code on a candidate's receipt, of its statement's bytes.
std::string receipt_code(ByteView statement);

/// Code of a sealed session, written by hand in the minutes: of its final size and root.
std::string session_code(std::uint64_t size, const Hash& root);

}  // namespace preau::seal
