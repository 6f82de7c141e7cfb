// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/age.hpp"

namespace preau::seal {

/// The part of an age file after its head: a nonce of 16 bytes, then chunks of 64 KiB, each
/// authenticated with its place; the last one says that it is the last, and is empty only when
/// nothing was encrypted.
void append_age_payload(Bytes& file, const FileKey& key, ByteView plain, Entropy& entropy);

Result<Bytes> open_age_payload(ByteView payload, const FileKey& key);

}  // namespace preau::seal
