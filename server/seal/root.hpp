// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "seal/encryption_key.hpp"
#include "seal/verifier_key.hpp"

#include <map>

namespace preau::seal {

/// What a key of the central platform may sign. No key has two roles.
enum class Role {
    root,         ///< the next root document; two keys
    enrol,        ///< certificates of boxes
    content,      ///< packs; two keys
    session,      ///< session authorisations
    release,      ///< programs, and the permission to erase early; two keys
    receipt,      ///< "every event is stored and verified"
    witness,      ///< "I have seen this checkpoint"
    stored,       ///< "the bytes are on my disk"
    timestamp,    ///< what is current, and what is revoked
    publication,  ///< published results
};
std::string_view name(Role role);

/// A demo installation and a production one never believe each other.
enum class Purpose { production, demo };

struct RoleKeys {
    std::vector<PublicKey> keys;  ///< 1 to 8
    std::size_t threshold = 1;    ///< how many of them must sign
    bool operator==(const RoleKeys&) const = default;
};

/// Somebody to whom bundles are encrypted.
struct Recipient {
    std::string name;
    RecipientKey key;
    WallTime not_before;
    WallTime not_after;
    bool escrow = false;  ///< kept off line, so that central can always open what it must
    bool operator==(const Recipient&) const = default;
};

/// Whom a box believes, and for what. The first one is installed with the box; each next one is
/// signed by the keys of the one before and by its own.
struct Root {
    std::int64_t version = 1;
    WallTime expires;
    Purpose purpose = Purpose::production;
    std::string audience;  ///< the platform: "preau.example/central"
    std::map<Role, RoleKeys> roles;
    std::vector<Recipient> recipients;

    bool operator==(const Root&) const = default;

    const RoleKeys& keys(Role role) const;
    /// The keys of a role as notes name them, "<audience>/<role>"; a cosignature's for receipt and
    /// witness, a plain signature's for the others.
    std::vector<VerifierKey> verifiers(Role role) const;
    VerifierKey verifier(Role role) const;  ///< the first one
    /// Those to encrypt to at that time: every escrow, and the recipients whose time it is. When it
    /// is nobody's, as on a box that lost its clock, all of them: what is sealed must be opened.
    std::vector<RecipientKey> recipients_at(WallTime now) const;
    std::vector<RecipientKey> escrows() const;
};

/// The payload of the signed document (docs/formats/identity.md).
std::string write_root(const Root& root);
Result<Root> read_root(ByteView payload);

/// One that is installed by hand: signed by as many of its own root keys as it asks for. Its expiry
/// is not looked at.
Result<Root> open_root(std::string_view envelope);

/// The one that follows `current`: version one more, same purpose and audience, signed by enough
/// root keys of both. Its expiry is not looked at: a box that slept goes through several.
Result<Root> update_root(const Root& current, std::string_view next);

/// Verifies a document by the keys of that role.
Result<Bytes> open_by_role(std::string_view envelope, std::string_view payload_type,
                           const Root& root, Role role);

}  // namespace preau::seal
