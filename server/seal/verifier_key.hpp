// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/keys.hpp"

#include <string>
#include <string_view>

namespace preau::seal {

/// What a note's signature says (C2SP signed-note): the text, or the text as a witness saw it.
enum class NoteKeyType : std::uint8_t {
    ed25519 = 0x01,
    cosignature_v1 = 0x04,
};

/// A public key with its name, written name+id+base64(type || key).
struct VerifierKey {
    std::string name;
    NoteKeyType type = NoteKeyType::ed25519;
    PublicKey key{};

    std::string text() const;
    static Result<VerifierKey> parse(std::string_view text);
    /// First four bytes of SHA-256(name || "\n" || type || key).
    ByteArray<4> id() const;
    bool operator==(const VerifierKey&) const = default;
};

/// Printable ASCII without space nor plus, 1 to 200 characters.
bool is_key_name(std::string_view name);

}  // namespace preau::seal
