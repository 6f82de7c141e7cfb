// SPDX-License-Identifier: Apache-2.0
#include "app/pack_shelf.hpp"

#include "pack/open.hpp"

#include <algorithm>

namespace preau::app {

namespace {

using room::Lock;
using room::StillLocked;

Failure<StillLocked> locked(Lock why, const Error& error) {
    return fail(StillLocked{why, error.message});
}

/// A file that is not there is a pack that is not there.
Failure<StillLocked> unusable(const Error& error) {
    return locked(error.kind == ErrorKind::environment ? Lock::pack_missing : Lock::pack_altered,
                  error);
}

/// The one share that this box's key opens; a standby and its primary have each their own.
Result<seal::BoxShare> find_share(const seal::Authorisation& authorisation,
                                  const seal::EncryptionKey& key) {
    for (const auto& sealed : authorisation.shares)
        if (auto share = seal::open_share(sealed.share, key)) return share;
    return fail(Error::malformed("no share of the authorisation is sealed to this box's key"));
}

Failure<Error> other_pack(const std::filesystem::path& folder) {
    return fail(Error::malformed(folder.string() +
                                 ": holds another pack than its name says: copy it again"));
}

}  // namespace

Result<pack::Manifest> PackShelf::manifest(const Hash& hash) {
    auto named = pack::verify(place(hash), content());
    if (!named) return fail(std::move(named.error()));
    if (named->hash != hash) return other_pack(place(hash));
    return std::move(named->manifest);
}

Result<room::Unsealed, StillLocked> PackShelf::unseal(const seal::Authorisation& authorisation,
                                                      const SessionId& session,
                                                      std::string_view code) {
    const auto share = find_share(authorisation, key_);
    if (!share || !authorisation.wrapped_keys)
        return fail(StillLocked{Lock::share_missing,
                                share ? "no keys of a pack in it" : share.error().message});
    const auto unlock_key = seal::derive_unlock_key(*share, code, authorisation.session);
    if (!unlock_key) return locked(Lock::code_wrong, unlock_key.error());
    const auto keys = seal::unwrap_pack_keys(*authorisation.wrapped_keys, *unlock_key,
                                             authorisation.session, authorisation.pack_hash);
    if (!keys) return locked(Lock::code_wrong, keys.error());
    auto pack = pack::open(place(authorisation.pack_hash), content(), *keys);
    if (!pack) return unusable(pack.error());
    if (pack->hash != authorisation.pack_hash)
        return unusable(other_pack(place(authorisation.pack_hash)).error);
    return room::Unsealed{std::make_shared<const pack::Pack>(std::move(*pack)),
                          seal::SessionDataKey(*unlock_key, session)};
}

}  // namespace preau::app
