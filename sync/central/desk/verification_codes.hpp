// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/ports.hpp"
#include "central/sql/connection.hpp"

namespace preau::central {

/// `P-` and eight symbols of Pix's alphabet; a symbol may come twice, as in older certificates.
bool is_verification_code(std::string_view text);

/// What somebody typed, as it is written: capitals, without spaces. Nothing when it is no code.
std::optional<std::string> read_verification_code(std::string_view typed);

/// Draws codes that no other session has, for the transaction that authorises the session.
Result<std::vector<std::string>> draw_verification_codes(sql::Connection& database,
                                                         Entropy& entropy, const SessionId& session,
                                                         int count);

}  // namespace preau::central
