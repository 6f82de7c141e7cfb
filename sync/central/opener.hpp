// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/stop.hpp"
#include "seal/age.hpp"

namespace preau::central {

/// The bundle in a file as it travels: decrypted by one of the platform's keys. Stops with
/// not_for_us when none of them opens it, or it was changed on the way.
Result<Bytes, Stop> open_bundle_file(Bytes file, std::span<const seal::EncryptionKey> keys);

}  // namespace preau::central
