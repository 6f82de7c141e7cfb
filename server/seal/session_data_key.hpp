// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/unlock.hpp"

namespace preau::seal {

/// Encrypts what of a session is written beside the journal, in the second copy: a lost stick tells
/// nothing. Made again from the code of the day, never written.
class SessionDataKey {
  public:
    SessionDataKey(const UnlockKey& unlock_key, const SessionId& session);

    /// nonce 24 bytes | XChaCha20-Poly1305 of the plain bytes; `context` is authenticated with them
    /// and must be given again to open.
    Bytes seal(ByteView plain, ByteView context, Entropy& entropy) const;
    Result<Bytes> open(ByteView sealed, ByteView context) const;

    /// What seal() adds to the plain bytes.
    static constexpr std::size_t kAddedBytes = 24 + 16;

  private:
    Secret<32, struct SessionDataKeyTag> key_;
};

}  // namespace preau::seal
