// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

namespace preau::seal {

/// HKDF with SHA-256 (RFC 5869), one block of output.
ByteArray<32> hkdf(ByteView key_material, ByteView salt, std::string_view info);

}  // namespace preau::seal
