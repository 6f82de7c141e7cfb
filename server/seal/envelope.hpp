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

/// The same document with one more signature; refused beyond limits::envelope_signatures_max, and
/// when this key has signed already.
Result<std::string> add_signature(std::string_view envelope, std::string_view payload_type,
                                  const SigningKey& key);

/// A payload and who signed it.
struct Signed {
    Bytes payload;
    std::vector<PublicKey> signers;  ///< distinct, in the order of their signatures
};

/// The payload, once the type is the expected one and every signature is verified, each by another
/// one of these keys: exactly the bytes that were signed. Refuses any second spelling of the
/// envelope, and a signature by an unknown key: what nobody checks has no place in it.
Result<Signed> open_signed(std::string_view envelope, std::string_view payload_type,
                           std::span<const PublicKey> keys);

/// The same when at least `threshold` of these keys signed.
Result<Bytes> open_envelope(std::string_view envelope, std::string_view payload_type,
                            std::span<const PublicKey> keys, std::size_t threshold);
Result<Bytes> open_envelope(std::string_view envelope, std::string_view payload_type,
                            const PublicKey& key);

/// Reads without verifying: only to find which key to verify with, or to explain a document.
Result<Bytes> unverified_payload(std::string_view envelope, std::string_view payload_type);

}  // namespace preau::seal
