// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/ports.hpp"
#include "seal/keys.hpp"
#include "seal/proofs.hpp"

#include <map>

namespace preau::seal {

/// What a bundle holds, as the box that made it signs it.
struct Manifest {
    std::string audience;  ///< the platform that it is for
    std::string box;
    SessionId session;
    std::string number;  ///< of the session, as people type it
    std::uint64_t first_event = 0;
    std::uint64_t event_count = 0;
    TreeHead tree;  ///< of the whole session
    std::uint32_t candidates = 0;
    std::map<std::uint16_t, std::uint64_t> counts;  ///< events of each type, none at zero
    std::string software;                           ///< version of the box's program
    std::string pack_id;
    std::string pack_version;
    Hash pack_hash{};
    WallTime created;
    ClockQuality created_quality = ClockQuality::unknown;
    std::string campaign{};
    std::uint64_t boot_count = 0;        ///< starts of the box; one that goes back is a copy
    std::int64_t root_version = 1;       ///< of the root document that the box held
    std::int64_t timestamp_version = 0;  ///< of the timestamp that the box held; 0 for none

    bool operator==(const Manifest&) const = default;
};

/// The payload of the signed document (docs/formats/bundle.md).
std::string write_manifest(const Manifest& manifest);
Result<Manifest> read_manifest(ByteView payload);

std::string sign_manifest(const Manifest& manifest, const SigningKey& box);
/// Verifies, then reads.
Result<Manifest> open_manifest(std::string_view envelope, const PublicKey& box);
/// Reads without verifying: only to find which box's key to verify with.
Result<Manifest> unverified_manifest(std::string_view envelope);

}  // namespace preau::seal
