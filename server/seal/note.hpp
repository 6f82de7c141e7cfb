// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/verifier_key.hpp"

namespace preau::seal {

struct NoteSignature {
    std::string key_name;
    ByteArray<4> key_id{};
    Bytes signature;
};

/// A C2SP signed note: text, an empty line, one line for each signature.
struct Note {
    std::string text;  ///< ends with a line end
    std::vector<NoteSignature> signatures;
};

/// Refused: more than limits::note_bytes_max or note_signatures_max, text that is not UTF-8 or has
/// control characters, two signatures of one key, any second spelling. Verifies nothing.
Result<Note> read_note(std::string_view note);
std::string write_note(const Note& note);

/// The signature made by that key, as its name and id say; null when there is none.
const NoteSignature* find_signature(const Note& note, const VerifierKey& key);

/// Adds a plain Ed25519 signature over the text.
void sign_note(Note& note, std::string_view key_name, const SigningKey& key);

/// The text, once the signature of that plain Ed25519 key is verified. Signatures of other keys are
/// not looked at.
Result<std::string> open_note(std::string_view note, const VerifierKey& key);

}  // namespace preau::seal
