// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "seal/proofs.hpp"
#include "seal/root.hpp"

namespace preau::office {

/// The platform's permission to delete a session's bundle from the box before its time
/// (docs/formats/bundle.md).
struct Release {
    SessionId session;
    seal::TreeHead tree;  ///< of the session's last checkpoint, as in its receipt

    bool operator==(const Release&) const = default;
};

/// The payload of the signed document.
std::string write_release(const Release& release);

/// Verifies by the root's release keys, then reads.
Result<Release> open_release(std::string_view envelope, const seal::Root& root);

inline constexpr std::string_view kReleaseType = "application/vnd.preau.release.v1+json";

}  // namespace preau::office
