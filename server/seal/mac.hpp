// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <initializer_list>

namespace preau::seal {

/// HMAC with SHA-256 (RFC 2104) of the parts put end to end.
ByteArray<32> hmac_sha256(ByteView key, std::initializer_list<ByteView> parts);

/// Equality in a time that tells nothing of where two secrets differ.
bool same_secret(const ByteArray<32>& a, const ByteArray<32>& b);

}  // namespace preau::seal
