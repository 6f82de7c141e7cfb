// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/root.hpp"

#include <optional>

namespace preau::seal {

/// A box that must not be believed any more.
struct Revocation {
    std::string box;
    WallTime since;  ///< what the platform or a witness had cosigned before stays valid
    std::string reason;
    bool operator==(const Revocation&) const = default;
};

/// A pack that is current.
struct CurrentPack {
    std::string id;
    std::string version;
    Hash hash{};  ///< of the pack manifest's payload bytes
    std::uint64_t size = 0;
    bool operator==(const CurrentPack&) const = default;
};

/// What is current at the central platform; made again often, valid for a few weeks.
struct Timestamp {
    std::int64_t version = 1;
    WallTime expires;
    std::int64_t root_version = 1;
    std::vector<CurrentPack> packs;
    std::string minimum_software;
    std::vector<Revocation> revoked;
    WallTime time;  ///< when it was made: no earlier time can be true

    bool operator==(const Timestamp&) const = default;

    const Revocation* find_revocation(std::string_view box) const;
};

/// The payload of the signed document (docs/formats/identity.md).
std::string write_timestamp(const Timestamp& timestamp);
Result<Timestamp> read_timestamp(ByteView payload);

std::string sign_timestamp(const Timestamp& timestamp, const SigningKey& key);
/// Verifies by the root's timestamp keys, then reads. Whether it is current is another question.
Result<Timestamp> open_timestamp(std::string_view envelope, const Root& root);

/// Why a document that is well signed is not used.
enum class Stale {
    rollback,       ///< older than one that this box has seen
    exchanged,      ///< the same version as one that this box has seen, with another content
    expired,        ///< its time is over: nothing newer came
    root_missing,   ///< it goes with a newer root, to be fetched first
    root_outdated,  ///< it goes with an older root
    mixed_pack,     ///< a pack of that name and version is current with another content
};
std::string_view in_words(Stale why);   ///< what happened and what to do, in English
std::string_view in_french(Stale why);  ///< the same for screens

/// Whether `offered` may take the place of `held`, the last one accepted.
std::optional<Stale> why_not_newer(const Timestamp* held, const Timestamp& offered,
                                   const Root& root);
/// Expiry, by the box's best idea of the time.
std::optional<Stale> why_not_current(const Timestamp& timestamp, WallTime now);
std::optional<Stale> why_not_current(const Root& root, WallTime now);
/// A pack that is not listed is not refused: the session's authorisation names its exact content.
std::optional<Stale> why_not_pack(const Timestamp& timestamp, std::string_view id,
                                  std::string_view version, const Hash& hash);

/// True when version `a` is before `b`: numbers between dots, "0.9.1" before "0.10".
bool is_older_software(std::string_view a, std::string_view b);

}  // namespace preau::seal
