// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/sealed_session.hpp"
#include "seal/root.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace preau::tool {

/// The encrypted file that the bundle came in, and the note beside it.
struct SentFile {
    Hash hash{};
    std::uint64_t size = 0;
    std::string note;
};

/// What the reader already trusts. Without a key, what it would prove is said to be unproven.
struct BundleTrust {
    std::optional<seal::PublicKey> box_key;      ///< of the box that the bundle names
    std::optional<seal::PublicKey> session_key;  ///< the platform's, which authorises sessions
    std::optional<std::filesystem::path> pack;   ///< folder of the compiled pack
    std::shared_ptr<const seal::EncryptionKey> identity{};  ///< opens the pack
    /// Proves authorisation, boxes and receipt without any other key.
    std::optional<seal::Root> root{};
    std::optional<seal::Checkpoint> checkpoint{};  ///< an earlier one, kept outside the box
    std::optional<std::string> receipt{};          ///< the platform's, as it was sent to the box
    std::optional<SentFile> file{};                ///< as it travelled
};

enum class Finding { passed, failed, unproven };

struct BundleCheck {
    /// Stable word: bytes, authorisation, certificates, manifest, file, agreement, journal,
    /// checkpoint, receipt, scores.
    std::string name;
    Finding finding = Finding::unproven;
    std::string words;  ///< a plain sentence; of a failure, with the record that fails
};

/// What a bundle says of itself and what of it holds. Checks after a failed one were not made.
struct BundleReport {
    std::optional<seal::Manifest> manifest;
    std::optional<seal::Authorisation> authorisation;
    std::optional<record::SealedSession> sealed;  ///< once every record is verified
    std::vector<BundleCheck> checks;

    /// No check failed. What is unproven is in the checks.
    bool is_sound() const;
};

/// Verifies in the order of docs/formats/bundle.md as far as the trust goes.
BundleReport verify_bundle(ByteView bytes, const BundleTrust& trust);

}  // namespace preau::tool
