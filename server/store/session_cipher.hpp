// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "seal/session_data_key.hpp"
#include "store/payload_cipher.hpp"

#include <memory>

namespace preau::store {

/// Seals with the session's data key.
class SessionCipher : public PayloadCipher {
  public:
    /// `entropy` is asked from several threads.
    SessionCipher(std::shared_ptr<const seal::SessionDataKey> key, Entropy& entropy)
        : key_(std::move(key)), entropy_(entropy) {}

    Bytes seal(ByteView plain, ByteView bound_to) const override {
        return key_->seal(plain, bound_to, entropy_);
    }
    std::optional<Bytes> open(ByteView sealed, ByteView bound_to) const override {
        auto plain = key_->open(sealed, bound_to);
        return plain ? std::optional(std::move(*plain)) : std::nullopt;
    }

  private:
    std::shared_ptr<const seal::SessionDataKey> key_;
    Entropy& entropy_;
};

}  // namespace preau::store
