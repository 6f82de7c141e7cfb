// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seal/root.hpp"
#include "seal/unlock.hpp"

#include <optional>

namespace preau::seal {

/// What every seat must have to keep its browser on the test.
enum class LockdownRule { none, companion, seb, any };
std::string_view name(LockdownRule rule);

/// How the room's computers reach the box: each under its own address, or all behind one.
enum class NetworkMode { direct, nat };
std::string_view name(NetworkMode mode);

/// Half of what opens the session's pack, for one box.
struct SealedShare {
    std::string box;
    Bytes share;  ///< seal_share()
    bool operator==(const SealedShare&) const = default;
};

/// Sessions that the box may create by itself, with the same pack, in the same window.
struct LocalSessions {
    std::vector<std::string> numbers{};
    std::uint32_t seats = 0;  ///< candidates in all of them
    bool operator==(const LocalSessions&) const = default;
};

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
    NetworkMode network = NetworkMode::direct;
    LockdownRule lockdown = LockdownRule::none;
    std::string minimum_software = "0.1.0";
    std::optional<WrappedPackKeys> wrapped_keys{};  ///< none when the pack is not encrypted
    std::vector<SealedShare> shares{};              ///< of the boxes above
    std::vector<std::string> verification_codes{};  ///< "P-XXXXXXXX", for certificates, in order
    LocalSessions local{};

    bool operator==(const Authorisation&) const = default;

    bool names_box(std::string_view box) const;
    const SealedShare* find_share(std::string_view box) const;
};

/// Id of a session created on the box under one of the local numbers: whoever has the authorisation
/// finds the same. First 16 bytes of SHA-256("preau-local-session/v1\n" || session || number).
SessionId local_session_id(const SessionId& authorised, std::string_view number);

/// The payload of the signed document (docs/formats/authorisation.md).
std::string write_authorisation(const Authorisation& authorisation);
Result<Authorisation> read_authorisation(ByteView payload);

std::string sign_authorisation(const Authorisation& authorisation, const SigningKey& central);
/// Verifies, then reads.
Result<Authorisation> open_authorisation(std::string_view envelope, const PublicKey& central);
Result<Authorisation> open_authorisation(std::string_view envelope, const Root& root);

}  // namespace preau::seal
