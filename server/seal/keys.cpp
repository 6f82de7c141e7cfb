// SPDX-License-Identifier: Apache-2.0
#include "seal/keys.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace preau::seal {

namespace {

constexpr std::size_t kSeedBytes = crypto_sign_SEEDBYTES;
constexpr std::size_t kFileBytes = 2 * kSeedBytes + 1;  // hexadecimal digits and a line end

bool is_lower_hex(ByteView text) {
    return std::all_of(text.begin(), text.end(), [](std::uint8_t c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

}  // namespace

SigningKey::SigningKey() : secret_(crypto_sign_SECRETKEYBYTES) {}

SigningKey SigningKey::generate(Entropy& entropy) {
    ByteArray<kSeedBytes> seed{};
    entropy.fill(seed);
    auto key = from_seed(seed);
    wipe(seed);
    return key;
}

SigningKey SigningKey::from_seed(const ByteArray<32>& seed) {
    SigningKey key;
    crypto_sign_seed_keypair(key.public_key_.data(), key.secret_.bytes().data(), seed.data());
    return key;
}

Result<SigningKey> SigningKey::load(const std::filesystem::path& path) {
    const auto text = read_secret_file(path, kFileBytes);
    if (!text) return fail(text.error());
    const auto file = text->view();
    if (file.size() != kFileBytes || !is_lower_hex(file.first(2 * kSeedBytes)) ||
        file.back() != '\n')
        return fail(Error::malformed(
            fmt::format("read key {}: not a key file of 64 hexadecimal digits", path.string())));
    ByteArray<kSeedBytes> seed{};
    sodium_hex2bin(seed.data(), seed.size(), as_text(file).data(), 2 * kSeedBytes, nullptr, nullptr,
                   nullptr);
    auto key = from_seed(seed);
    wipe(seed);
    return key;
}

Result<void> SigningKey::save(const std::filesystem::path& path) const {
    ByteArray<kSeedBytes> seed{};
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.view().data());
    std::string text = to_hex(seed) + '\n';
    auto written = write_secret_file(path, text);
    wipe(seed);
    wipe(text);
    return written;
}

Signature SigningKey::sign(ByteView message) const {
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                         secret_.view().data());
    return signature;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       key.data()) == 0;
}

}  // namespace preau::seal
