// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/note.hpp"

namespace preau::seal {

/// State of an append-only log (C2SP tlog-checkpoint, without extension lines).
struct Checkpoint {
    std::string origin;  ///< names the log
    std::uint64_t size = 0;
    Hash root{};

    bool operator==(const Checkpoint&) const = default;
};

/// The signed note that states it.
std::string sign_checkpoint(const Checkpoint& checkpoint, std::string_view key_name,
                            const SigningKey& key);

/// Verifies the signature, then reads.
Result<Checkpoint> verify_checkpoint(std::string_view note, const VerifierKey& key);

/// Reads without verifying: only to find which key to verify with.
Result<Checkpoint> unverified_checkpoint(std::string_view note);

/// The note with one more line: the holder of that key states that it has seen, or stored, this
/// checkpoint at that time (C2SP cosignature/v1). What the statement means is in the key's name.
Result<std::string> cosign(std::string_view note, std::string_view key_name, const SigningKey& key,
                           std::int64_t unix_seconds);

/// The time (Unix seconds) stated by the cosignature of that key, once verified.
Result<std::int64_t> verify_cosignature(std::string_view note, const VerifierKey& key);

}  // namespace preau::seal
