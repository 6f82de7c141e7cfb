// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/secret.hpp"

namespace preau::seal {

/// Public half of an X25519 key: who may open what is encrypted to it.
struct RecipientKey {
    ByteArray<32> bytes{};
    auto operator<=>(const RecipientKey&) const = default;
};

/// As age writes it: "age1…". The reader accepts only that spelling.
std::string age_recipient_text(const RecipientKey& key);
Result<RecipientKey> parse_age_recipient(std::string_view text);

/// An X25519 key (RFC 7748) in locked memory. Its file is an identity file of age.
class EncryptionKey {
  public:
    static EncryptionKey generate(Entropy& entropy);
    static EncryptionKey from_secret(std::span<const std::uint8_t, 32> secret);

    /// Reads an identity file with one key; comments and empty lines are allowed. A file that
    /// others than its owner can read is refused.
    static Result<EncryptionKey> load(const std::filesystem::path& path);
    /// A comment with the public half, then AGE-SECRET-KEY-1…; mode 0600; never overwrites.
    Result<void> save(const std::filesystem::path& path) const;

    const RecipientKey& recipient() const { return recipient_; }

    /// The secret shared with the holder of that key; refused when it is one that everybody knows.
    Result<SecretMemory> shared_with(const RecipientKey& other) const;

  private:
    EncryptionKey();

    SecretMemory secret_;
    RecipientKey recipient_;
};

}  // namespace preau::seal
