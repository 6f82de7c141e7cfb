// SPDX-License-Identifier: Apache-2.0
#include "seal/age_payload.hpp"

#include "seal/hkdf.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace preau::seal {

namespace {

constexpr std::size_t kNonceBytes = 16;
constexpr std::size_t kTagBytes = crypto_aead_chacha20poly1305_ietf_ABYTES;
constexpr std::size_t kChunkBytes = 64 * 1024;
constexpr std::size_t kSealedChunkBytes = kChunkBytes + kTagBytes;

/// Number of the chunk, eleven bytes, then whether it is the last one.
ByteArray<12> chunk_nonce(std::uint64_t number, bool last) {
    ByteArray<12> nonce{};
    for (std::size_t i = 0; i < 8; ++i) nonce[10 - i] = static_cast<std::uint8_t>(number >> 8 * i);
    nonce[11] = last ? 1 : 0;
    return nonce;
}

ByteArray<32> payload_key(const FileKey& key, ByteView nonce) {
    return hkdf(key.view(), nonce, "payload");
}

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("age file: {}", what)));
}

/// Opens a chunk at the end of `plain`.
bool open_chunk(ByteView sealed, const ByteArray<12>& nonce, ByteView key, Bytes& plain) {
    const auto at = plain.size();
    plain.resize(at + sealed.size() - kTagBytes);
    return crypto_aead_chacha20poly1305_ietf_decrypt(plain.data() + at, nullptr, nullptr,
                                                     sealed.data(), sealed.size(), nullptr, 0,
                                                     nonce.data(), key.data()) == 0;
}

Result<Bytes> open_chunks(ByteView rest, ByteView key) {
    Bytes plain;
    plain.reserve(rest.size());
    for (std::uint64_t number = 0;; ++number) {
        const auto chunk = rest.first(std::min(rest.size(), kSealedChunkBytes));
        rest = rest.subspan(chunk.size());
        const bool last = rest.empty();
        if (chunk.size() < kTagBytes || (chunk.size() == kTagBytes && number > 0))
            return malformed("cut short");
        if (!open_chunk(chunk, chunk_nonce(number, last), key, plain))
            return malformed(
                fmt::format("cut short, or changed after byte {}", number * kChunkBytes));
        if (last) return plain;
    }
}

}  // namespace

void append_age_payload(Bytes& file, const FileKey& key, ByteView plain, Entropy& entropy) {
    ByteArray<kNonceBytes> file_nonce{};
    entropy.fill(file_nonce);
    auto secret = payload_key(key, file_nonce);
    const auto chunks = plain.empty() ? 1 : (plain.size() + kChunkBytes - 1) / kChunkBytes;
    file.reserve(file.size() + kNonceBytes + plain.size() + chunks * kTagBytes);
    file.insert(file.end(), file_nonce.begin(), file_nonce.end());
    for (std::uint64_t number = 0; number < chunks; ++number) {
        const auto chunk = plain.first(std::min(plain.size(), kChunkBytes));
        plain = plain.subspan(chunk.size());
        const auto at = file.size();
        file.resize(at + chunk.size() + kTagBytes);
        const auto nonce = chunk_nonce(number, number + 1 == chunks);
        crypto_aead_chacha20poly1305_ietf_encrypt(file.data() + at, nullptr, chunk.data(),
                                                  chunk.size(), nullptr, 0, nullptr, nonce.data(),
                                                  secret.data());
    }
    wipe(secret);
}

Result<Bytes> open_age_payload(ByteView payload, const FileKey& key) {
    if (payload.size() < kNonceBytes) return malformed("cut short");
    auto secret = payload_key(key, payload.first(kNonceBytes));
    auto plain = open_chunks(payload.subspan(kNonceBytes), secret);
    wipe(secret);
    return plain;
}

}  // namespace preau::seal
