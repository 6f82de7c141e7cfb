// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/sealed_session.hpp"

#include <filesystem>
#include <optional>

namespace preau::tool {

/// What the reader already trusts. Without a key, what it would prove is said to be unproven.
struct BundleTrust {
    std::optional<seal::PublicKey> box_key;      ///< of the box that the bundle names
    std::optional<seal::PublicKey> session_key;  ///< the platform's, which authorises sessions
    std::optional<std::filesystem::path> pack;   ///< folder of the compiled pack
};

enum class Finding { passed, failed, unproven };

struct BundleCheck {
    std::string name;  ///< stable word: bytes, authorisation, manifest, agreement, journal, scores
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
