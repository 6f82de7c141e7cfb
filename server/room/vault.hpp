// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/manifest.hpp"
#include "pack/pack.hpp"
#include "seal/authorisation.hpp"
#include "seal/session_data_key.hpp"

#include <memory>
#include <string_view>

namespace preau::room {

/// Why a session stays locked.
enum class Lock {
    code_wrong,       ///< what is sealed for this session does not open with this code
    share_missing,    ///< nothing in the authorisation is sealed to this box's key
    pack_missing,     ///< the pack that the authorisation names is not on this box
    pack_altered,     ///< it is, and its bytes are not those that were signed
    journal_damaged,  ///< the session's records do not verify
    copy_unread,      ///< the second copy is still being read: to be tried again
    copy_damaged,     ///< the second copy does not verify, or is not for this box
    copy_differs,     ///< journal and second copy go on differently
    password_wrong,   ///< of a session that is taken over
};

/// Who wanted to know is told why; the log is told the rest.
struct StillLocked {
    Lock why = Lock::code_wrong;
    std::string detail{};  ///< which file or record; English, for the log
};

/// What the code of the day opens. It lives in memory only.
struct Unsealed {
    std::shared_ptr<const pack::Pack> pack;
    seal::SessionDataKey key;  ///< of what is written beside the journal
};

/// What is sealed to this box. One thread.
class Vault {
  public:
    virtual ~Vault() = default;

    /// The pack's signed page, which needs no code. Environment when the pack is not on this box,
    /// malformed when it is and does not verify.
    virtual Result<pack::Manifest> manifest(const Hash& pack) = 0;

    /// Opens what the authorisation names with the code of the day, for its session or one that the
    /// box made under it. Takes about a quarter of a second of the calling thread, so that guessing
    /// is slow.
    virtual Result<Unsealed, StillLocked> unseal(const seal::Authorisation& authorisation,
                                                 const SessionId& session,
                                                 std::string_view code) = 0;
};

}  // namespace preau::room
