// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/hash.hpp"
#include "store/payload_cipher.hpp"

#include <algorithm>

namespace preau::test {

/// Stands in for the session's data key where only its promises matter: without the key nothing
/// opens, and neither does anything changed. Not secret enough for anything else.
class KeyedCipher : public store::PayloadCipher {
  public:
    explicit KeyedCipher(std::uint8_t key) { key_.fill(key); }

    Bytes seal(ByteView plain, ByteView bound_to) const override {
        auto sealed = mixed(plain, bound_to);
        const auto tag = tag_of(sealed, bound_to);
        sealed.insert(sealed.end(), tag.begin(), tag.begin() + kTagBytes);
        return sealed;
    }

    std::optional<Bytes> open(ByteView sealed, ByteView bound_to) const override {
        if (sealed.size() < kTagBytes) return std::nullopt;
        const auto body = sealed.first(sealed.size() - kTagBytes);
        const auto tag = tag_of(body, bound_to);
        if (!std::equal(tag.begin(), tag.begin() + kTagBytes, sealed.end() - kTagBytes))
            return std::nullopt;
        return mixed(body, bound_to);
    }

  private:
    static constexpr std::ptrdiff_t kTagBytes = 16;

    Bytes mixed(ByteView bytes, ByteView bound_to) const {
        Bytes out = to_bytes(bytes);
        Hash block = seal::sha256({key_, bound_to});
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (i % block.size() == 0) block = seal::sha256({key_, block});
            out[i] ^= block[i % block.size()];
        }
        return out;
    }
    Hash tag_of(ByteView sealed, ByteView bound_to) const {
        return seal::sha256({key_, seal::sha256(bound_to), sealed});
    }

    Hash key_{};
};

}  // namespace preau::test
