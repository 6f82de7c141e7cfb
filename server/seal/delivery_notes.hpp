// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "seal/note.hpp"

namespace preau::seal {

/// What travels beside a bundle's file, SESSION.preau.sig: whose file it is and which bytes, known
/// before they are read.
struct BundleNote {
    std::string box;
    Hash file_hash{};  ///< SHA-256 of the encrypted file
    std::uint64_t file_size = 0;
    SessionId session;

    bool operator==(const BundleNote&) const = default;
};

/// A note signed by the box's own key under the name box_key_name() (docs/formats/bundle.md).
std::string sign_bundle_note(const BundleNote& note, const SigningKey& box);
/// Reads without verifying: only to find which box's key to verify with.
Result<BundleNote> unverified_bundle_note(std::string_view text);
Result<BundleNote> open_bundle_note(std::string_view text, const PublicKey& box);

/// What the platform says of bytes that are on its disk. It ends the sending; it allows nothing to
/// be erased.
struct StoredNote {
    Hash file_hash{};
    std::uint64_t file_size = 0;
    std::int64_t unix_seconds = 0;

    bool operator==(const StoredNote&) const = default;
};

/// A note signed by the platform's key for role stored (docs/formats/receipt.md).
std::string sign_stored(const StoredNote& note, std::string_view key_name, const SigningKey& key);
Result<StoredNote> verify_stored(std::string_view text, const VerifierKey& key);

}  // namespace preau::seal
