// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seal/keys.hpp"

namespace preau::seal {

/// What the central platform allows a box to do: one session, with exactly this pack and this
/// roster, in this window of time. A journal begins with the hash of these bytes, so whatever is
/// older, newer or mixed is refused.
struct Authorisation {
    SessionId session;
    std::string number;  ///< as people type it
    std::string uai;     ///< the school
    std::string campaign;
    std::vector<std::string> boxes;  ///< the one that runs the session, then the standby
    WallTime not_before;
    WallTime not_after;
    std::string pack_id;
    std::string pack_version;
    Hash pack_hash{};    ///< of the pack manifest's payload bytes
    Hash roster_hash{};  ///< of the roster's bytes
    std::uint32_t max_candidates = 0;
    bool mirror_required = false;  ///< no answer is acknowledged before two media hold it
    bool tls_required = false;     ///< else plain HTTP is allowed, and recorded

    bool operator==(const Authorisation&) const = default;
};

/// The payload of the signed document (docs/formats/authorisation.md).
std::string write_authorisation(const Authorisation& authorisation);
Result<Authorisation> read_authorisation(ByteView payload);

std::string sign_authorisation(const Authorisation& authorisation, const SigningKey& central);
/// Verifies, then reads.
Result<Authorisation> open_authorisation(std::string_view envelope, const PublicKey& central);

}  // namespace preau::seal
