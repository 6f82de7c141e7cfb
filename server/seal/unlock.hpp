// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "seal/age.hpp"

namespace preau::seal {

/// What opens a pack: the questions that candidates may see, and what only scoring may.
struct PackKeys {
    FileKey open_part;
    FileKey secret_part;
};

/// Half of what opens a session's pack: 32 bytes that only the box can read. The other half is the
/// code of the day, which people carry.
using BoxShare = Secret<32, struct BoxShareTag>;

/// What both halves make.
using UnlockKey = Secret<32, struct UnlockKeyTag>;

/// The keys of a pack, as an authorisation carries them.
using WrappedPackKeys = ByteArray<48>;

/// A code of the day drawn at random: 75 bits and a check symbol, XXXX-XXXX-XXXX-XXXX.
std::string draw_day_code(Entropy& entropy);

/// Argon2id (3 passes, 64 MiB) of the code, then HKDF with the share: about a quarter of a second,
/// once for each attempt. The code as people type it; refused when its check symbol is wrong.
Result<UnlockKey> derive_unlock_key(const BoxShare& share, std::string_view code,
                                    const SessionId& session);

/// `pack` is the hash of the pack manifest's payload bytes. One key wraps one pair of keys, once.
WrappedPackKeys wrap_pack_keys(const PackKeys& keys, const UnlockKey& unlock_key,
                               const SessionId& session, const Hash& pack);
/// Refused, without saying which: the wrong code, the wrong share, another session or pack.
Result<PackKeys> unwrap_pack_keys(const WrappedPackKeys& wrapped, const UnlockKey& unlock_key,
                                  const SessionId& session, const Hash& pack);

/// The share as an age file for that box alone, and back.
Result<Bytes> seal_share(const BoxShare& share, const RecipientKey& box, Entropy& entropy);
Result<BoxShare> open_share(ByteView sealed, const EncryptionKey& box);

}  // namespace preau::seal
