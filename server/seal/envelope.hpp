// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/keys.hpp"

#include <string>
#include <string_view>

namespace preau::seal {

/// The bytes that DSSE v1 signs: "DSSEv1 <len> <type> <len> <payload>".
Bytes pre_authentication_encoding(std::string_view payload_type, ByteView payload);

/// A signed document: DSSE v1 envelope in JSON with one signature and no key id.
std::string sign_envelope(std::string_view payload_type, ByteView payload, const SigningKey& key);

/// The payload, once the type is the expected one and the signature is verified: exactly the bytes
/// that were signed. Refuses any second spelling of the envelope.
Result<Bytes> open_envelope(std::string_view envelope, std::string_view payload_type,
                            const PublicKey& key);

/// Reads without verifying: only to find which key to verify with, or to explain a document.
Result<Bytes> unverified_payload(std::string_view envelope, std::string_view payload_type);

}  // namespace preau::seal
