// SPDX-License-Identifier: Apache-2.0
#include "seal/note.hpp"

#include "base/limits.hpp"
#include "json/utf8.hpp"

#include <fmt/format.h>

namespace preau::seal {

namespace {

constexpr std::string_view kDash = "\u2014 ";

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("signed note: {}", what)));
}

bool is_note_text(std::string_view text) {
    return text.size() > 1 && text.back() == '\n' && json::is_utf8(text) &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7f'; });
}

std::string signature_line(const NoteSignature& line) {
    Bytes bytes(line.key_id.begin(), line.key_id.end());
    bytes.insert(bytes.end(), line.signature.begin(), line.signature.end());
    return fmt::format("{}{} {}\n", kDash, line.key_name, to_base64(bytes));
}

Result<NoteSignature> read_signature(std::string_view line) {
    if (!line.starts_with(kDash)) return malformed("a signature line does not start with a dash");
    line.remove_prefix(kDash.size());
    const auto space = line.find(' ');
    if (space == line.npos || !is_key_name(line.substr(0, space)))
        return malformed("a signature has no key name");
    const auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= 4) return malformed("a signature is not base64");
    NoteSignature signature{std::string(line.substr(0, space)), {}, {}};
    std::copy_n(bytes->begin(), 4, signature.key_id.begin());
    signature.signature.assign(bytes->begin() + 4, bytes->end());
    return signature;
}

bool same_key(const NoteSignature& a, const NoteSignature& b) {
    return a.key_name == b.key_name && a.key_id == b.key_id;
}

}  // namespace

Result<Note> read_note(std::string_view note) {
    if (note.size() > limits::note_bytes_max) return malformed("too long");
    const auto separator = note.rfind("\n\n");
    if (separator == note.npos || note.back() != '\n') return malformed("no signature");
    Note read{std::string(note.substr(0, separator + 1)), {}};
    if (!is_note_text(read.text)) return malformed("the text has bytes that no note has");
    auto lines = note.substr(separator + 2);
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        auto signature = read_signature(lines.substr(0, end));
        if (!signature) return fail(std::move(signature.error()));
        for (const auto& other : read.signatures)
            if (same_key(other, *signature)) return malformed("a key signed twice");
        read.signatures.push_back(std::move(*signature));
        lines.remove_prefix(end + 1);
    }
    if (read.signatures.empty()) return malformed("no signature");
    if (read.signatures.size() > limits::note_signatures_max)
        return malformed("too many signatures");
    return read;
}

std::string write_note(const Note& note) {
    std::string text = note.text + '\n';
    for (const auto& signature : note.signatures) text += signature_line(signature);
    return text;
}

const NoteSignature* find_signature(const Note& note, const VerifierKey& key) {
    for (const auto& signature : note.signatures)
        if (signature.key_name == key.name && signature.key_id == key.id()) return &signature;
    return nullptr;
}

void sign_note(Note& note, std::string_view key_name, const SigningKey& key) {
    PREAU_CHECK(is_key_name(key_name));
    const VerifierKey verifier{std::string(key_name), NoteKeyType::ed25519, key.public_key()};
    const auto signature = key.sign(as_bytes(note.text));
    note.signatures.push_back({verifier.name, verifier.id(), to_bytes(signature)});
}

Result<std::string> open_note(std::string_view note, const VerifierKey& key) {
    PREAU_CHECK(key.type == NoteKeyType::ed25519);
    auto read = read_note(note);
    if (!read) return fail(std::move(read.error()));
    const auto* found = find_signature(*read, key);
    if (found == nullptr) return malformed(fmt::format("not signed by {}", key.name));
    const auto signature = to_array<64>(found->signature);
    if (!signature || !verify(key.key, as_bytes(read->text), *signature))
        return malformed(fmt::format("the signature of {} is not valid", key.name));
    return std::move(read->text);
}

}  // namespace preau::seal
