// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/encryption_key.hpp"

#include <string>

namespace preau::app {

/// What the platform sends a box for one session.
struct Parcel {
    std::string authorisation;  ///< DSSE envelope
    std::string roster;         ///< CSV
};

/// Encrypted to the box: JSON with both. Nothing of it is verified yet but that it is whole.
Result<Parcel> open_parcel(ByteView file, const seal::EncryptionKey& key);

}  // namespace preau::app
