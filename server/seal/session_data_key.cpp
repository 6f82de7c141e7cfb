// SPDX-License-Identifier: Apache-2.0
#include "seal/session_data_key.hpp"

#include "seal/hkdf.hpp"

#include <sodium.h>

namespace preau::seal {

namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SessionDataKey::kAddedBytes == kNonceBytes + kTagBytes);

}  // namespace

SessionDataKey::SessionDataKey(const UnlockKey& unlock_key, const SessionId& session) {
    auto bytes = hkdf(unlock_key.view(), session.bytes, "preau-session-data/v1");
    std::copy(bytes.begin(), bytes.end(), key_.bytes().begin());
    wipe(bytes);
}

Bytes SessionDataKey::seal(ByteView plain, ByteView context, Entropy& entropy) const {
    Bytes sealed(plain.size() + kAddedBytes);
    entropy.fill(std::span(sealed).first(kNonceBytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonceBytes, nullptr, plain.data(),
                                               plain.size(), context.data(), context.size(),
                                               nullptr, sealed.data(), key_.view().data());
    return sealed;
}

Result<Bytes> SessionDataKey::open(ByteView sealed, ByteView context) const {
    if (sealed.size() < kAddedBytes)
        return fail(Error::malformed("session data: shorter than its own seal"));
    Bytes plain(sealed.size() - kAddedBytes);
    const auto body = sealed.subspan(kNonceBytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, body.data(),
                                                   body.size(), context.data(), context.size(),
                                                   sealed.data(), key_.view().data()) != 0)
        return fail(Error::malformed("session data: changed, or of another session"));
    return plain;
}

}  // namespace preau::seal
