// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/secret.hpp"

namespace preau::seal {

using PublicKey = ByteArray<32>;
using Signature = ByteArray<64>;

/// An Ed25519 key (RFC 8032) in memory that is never swapped nor dumped, wiped when it goes.
class SigningKey {
  public:
    static SigningKey generate(Entropy& entropy);
    static SigningKey from_seed(const ByteArray<32>& seed);

    /// Reads what save() wrote. A file that others than its owner can read is refused.
    static Result<SigningKey> load(const std::filesystem::path& path);
    /// Writes the seed, 64 hexadecimal digits, mode 0600. Never overwrites: a lost key is lost.
    Result<void> save(const std::filesystem::path& path) const;

    const PublicKey& public_key() const { return public_key_; }
    Signature sign(ByteView message) const;

  private:
    SigningKey();

    SecretMemory secret_;
    PublicKey public_key_{};
};

bool verify(const PublicKey& key, ByteView message, const Signature& signature);

}  // namespace preau::seal
