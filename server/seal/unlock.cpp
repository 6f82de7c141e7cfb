// SPDX-License-Identifier: Apache-2.0
#include "seal/unlock.hpp"

#include "seal/code.hpp"
#include "seal/hash.hpp"
#include "seal/hkdf.hpp"

#include <sodium.h>

#include <algorithm>

namespace preau::seal {

namespace {

constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemoryBytes = 64u * 1024 * 1024;
constexpr ByteArray<crypto_aead_chacha20poly1305_ietf_NPUBBYTES> kNoNonce{};

/// The 15 symbols that carry the code, from how people write it.
std::string data_symbols(std::string code) {
    std::erase(code, '-');
    code.pop_back();
    return code;
}

Result<SecretMemory> stretched(std::string_view code, const SessionId& session) {
    auto spelled = read_code(code);
    if (!spelled) return fail(std::move(spelled.error()));
    auto symbols = data_symbols(*spelled);
    const auto salt = sha256({as_bytes("preau-unlock/v1\n"), session.bytes});
    static_assert(crypto_pwhash_argon2id_SALTBYTES == 16);  // the first bytes of the hash
    SecretMemory key(32);
    const bool made =
        crypto_pwhash(key.bytes().data(), key.bytes().size(), symbols.data(), symbols.size(),
                      salt.data(), kPasses, kMemoryBytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
    wipe(symbols);
    wipe(*spelled);
    if (!made) return fail(Error::environment("code of the day: not enough memory to try it"));
    return key;
}

Bytes wrap_context(const SessionId& session, const Hash& pack) {
    Bytes context = to_bytes(as_bytes("preau-wrap/v1\n"));
    context.insert(context.end(), session.bytes.begin(), session.bytes.end());
    context.insert(context.end(), pack.begin(), pack.end());
    return context;
}

}  // namespace

std::string draw_day_code(Entropy& entropy) {
    Hash chance{};
    entropy.fill(chance);
    auto code = code_of(chance);
    wipe(chance);
    return code;
}

Result<UnlockKey> derive_unlock_key(const BoxShare& share, std::string_view code,
                                    const SessionId& session) {
    const auto second = stretched(code, session);
    if (!second) return fail(second.error());
    SecretMemory both(share.view().size() + second->view().size());
    std::ranges::copy(share.view(), both.bytes().begin());
    std::ranges::copy(second->view(), both.bytes().subspan(share.view().size()).begin());
    auto bytes = hkdf(both.view(), session.bytes, "preau-pack-kek/v1");
    auto key = UnlockKey::of(bytes);
    wipe(bytes);
    return key;
}

WrappedPackKeys wrap_pack_keys(const PackKeys& keys, const UnlockKey& unlock_key,
                               const SessionId& session, const Hash& pack) {
    SecretMemory both(32);
    std::ranges::copy(keys.open_part.view(), both.bytes().begin());
    std::ranges::copy(keys.secret_part.view(), both.bytes().subspan(16).begin());
    const auto context = wrap_context(session, pack);
    WrappedPackKeys wrapped{};
    crypto_aead_chacha20poly1305_ietf_encrypt(wrapped.data(), nullptr, both.view().data(),
                                              both.view().size(), context.data(), context.size(),
                                              nullptr, kNoNonce.data(), unlock_key.view().data());
    return wrapped;
}

Result<PackKeys> unwrap_pack_keys(const WrappedPackKeys& wrapped, const UnlockKey& unlock_key,
                                  const SessionId& session, const Hash& pack) {
    SecretMemory both(32);
    const auto context = wrap_context(session, pack);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(
            both.bytes().data(), nullptr, nullptr, wrapped.data(), wrapped.size(), context.data(),
            context.size(), kNoNonce.data(), unlock_key.view().data()) != 0)
        return fail(Error::malformed("code of the day: not the one of this session"));
    PackKeys keys;
    std::ranges::copy(both.view().first(16), keys.open_part.bytes().begin());
    std::ranges::copy(both.view().subspan(16), keys.secret_part.bytes().begin());
    return keys;
}

Result<Bytes> seal_share(const BoxShare& share, const RecipientKey& box, Entropy& entropy) {
    return age_encrypt(share.view(), std::span(&box, 1), entropy);
}

Result<BoxShare> open_share(ByteView sealed, const EncryptionKey& box) {
    auto bytes = age_decrypt(sealed, box);
    if (!bytes) return fail(std::move(bytes.error()).with_context("this box's share"));
    if (bytes->size() != 32) return fail(Error::malformed("this box's share: not 32 bytes"));
    auto share = BoxShare::of(std::span<const std::uint8_t, 32>(*bytes));
    wipe(*bytes);
    return share;
}

}  // namespace preau::seal
