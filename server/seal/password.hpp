// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace preau::seal {

/// Argon2id, 19 MiB, two passes (the least that OWASP asks for): about 50 ms and 19 MiB of memory
/// for each call, so a caller bounds how many run. The text holds salt and cost. Any thread.
Result<std::string> hash_password(std::string_view password);

/// False also when `hash` is no such text.
bool verify_password(std::string_view hash, std::string_view password);

}  // namespace preau::seal
