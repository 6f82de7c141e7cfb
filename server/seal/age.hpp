// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/encryption_key.hpp"

namespace preau::seal {

/// What the bytes of one age file are encrypted with.
using FileKey = Secret<16, struct FileKeyTag>;

/// A binary file of age v1 (C2SP age) that each of 1 to limits::age_recipients_max recipients can
/// open. Refused: a recipient that hides nothing.
Result<Bytes> age_encrypt(ByteView plain, std::span<const RecipientKey> recipients,
                          Entropy& entropy);
/// The same with a file key that the caller gives to others by another way as well.
Result<Bytes> age_encrypt_with(const FileKey& key, ByteView plain,
                               std::span<const RecipientKey> recipients, Entropy& entropy);

/// The bytes that were encrypted, once all of them are verified. Refused: a file that is not for
/// that key, changed, cut, in a second spelling, or with more than limits::age_recipients_max
/// recipients. Recipients of unknown kinds are passed over.
Result<Bytes> age_decrypt(ByteView file, const EncryptionKey& key);
Result<Bytes> age_decrypt_with(ByteView file, const FileKey& key);

/// The file key alone, with the head of the file verified.
Result<FileKey> open_file_key(ByteView file, const EncryptionKey& key);

}  // namespace preau::seal
