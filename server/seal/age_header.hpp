// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/age.hpp"

#include <optional>

namespace preau::seal {

/// One recipient of an age file: its kind and arguments, and the file key as hidden for it.
struct AgeStanza {
    std::vector<std::string> arguments;  ///< the first one is the kind
    Bytes body;
};

/// The head of an age file.
struct AgeHeader {
    std::vector<AgeStanza> stanzas;
    ByteView signed_part;  ///< what the file key authenticates: up to "---"
    ByteArray<32> mac{};
    ByteView payload;  ///< everything after the head
};

/// Checks the grammar and the limits, verifies nothing. Views are into `file`.
Result<AgeHeader> read_age_header(ByteView file);

std::string write_age_stanza(const AgeStanza& stanza);

/// The file key hidden for that recipient, X25519.
Result<AgeStanza> hide_file_key(const FileKey& key, const RecipientKey& recipient,
                                Entropy& entropy);

/// Nothing when the stanza is of another kind or for another key; refused when it is malformed.
Result<std::optional<FileKey>> find_file_key(const AgeStanza& stanza, const EncryptionKey& key);

/// RFC 4648 §4 without padding, as age writes it.
std::string to_unpadded_base64(ByteView bytes);
Result<Bytes> from_unpadded_base64(std::string_view text);

}  // namespace preau::seal
