// SPDX-License-Identifier: Apache-2.0
#include "seal/delivery_notes.hpp"

#include "json/value.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

#include <charconv>

namespace preau::seal {

namespace {

constexpr std::string_view kBundleOrigin = "preau.example/bundle/v1";
constexpr std::string_view kStoredOrigin = "preau.example/stored/v1";

std::string bundle_text(const BundleNote& note) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\npart 1/1\n", kBundleOrigin, note.box,
                       to_hex(note.file_hash), note.file_size, note.session.hex());
}

std::string stored_text(const StoredNote& note) {
    return fmt::format("{}\n{}\n{}\n{}\n", kStoredOrigin, to_hex(note.file_hash), note.file_size,
                       note.unix_seconds);
}

/// The lines of a note's text, one after the other; empty after the last one.
class Lines {
  public:
    explicit Lines(std::string_view text) : rest_(text) {}

    std::string_view next() {
        const auto end = rest_.find('\n');
        const auto line = rest_.substr(0, end);
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
        return line;
    }
    std::int64_t number() {
        const auto line = next();
        std::int64_t value = -1;
        std::from_chars(line.data(), line.data() + line.size(), value);
        return value;
    }

  private:
    std::string_view rest_;
};

bool is_number(std::int64_t value) { return value >= 0 && value <= json::kIntegerMax; }

/// Reads what it can; whether the text is that of what was read tells if it was all there.
BundleNote read_bundle_lines(std::string_view text) {
    Lines lines(text);
    lines.next();
    BundleNote note;
    note.box = lines.next();
    note.file_hash = array_from_hex<32>(lines.next()).value_or({});
    note.file_size = static_cast<std::uint64_t>(lines.number());
    note.session = SessionId::from_hex(lines.next()).value_or({});
    return note;
}

Result<BundleNote> read_bundle_text(std::string_view text) {
    auto note = read_bundle_lines(text);
    if (!is_box_name(note.box) || note.file_size > std::uint64_t{json::kIntegerMax} ||
        bundle_text(note) != text)
        return fail(Error::malformed("bundle's note: not its six lines"));
    return note;
}

Result<StoredNote> read_stored_text(std::string_view text) {
    Lines lines(text);
    lines.next();
    StoredNote note;
    note.file_hash = array_from_hex<32>(lines.next()).value_or({});
    const auto size = lines.number();
    note.file_size = static_cast<std::uint64_t>(size);
    note.unix_seconds = lines.number();
    if (!is_number(size) || !is_number(note.unix_seconds) || stored_text(note) != text)
        return fail(Error::malformed("stored note: not its four lines"));
    return note;
}

}  // namespace

std::string sign_bundle_note(const BundleNote& note, const SigningKey& box) {
    Note out{bundle_text(note), {}};
    sign_note(out, box_key_name(note.box), box);
    return write_note(out);
}

Result<BundleNote> unverified_bundle_note(std::string_view text) {
    const auto note = read_note(text);
    if (!note) return fail(note.error());
    return read_bundle_text(note->text);
}

Result<BundleNote> open_bundle_note(std::string_view text, const PublicKey& box) {
    const auto claimed = unverified_bundle_note(text);
    if (!claimed) return claimed;
    const auto opened = open_note(text, {box_key_name(claimed->box), NoteKeyType::ed25519, box});
    if (!opened) return fail(opened.error());
    return read_bundle_text(*opened);
}

std::string sign_stored(const StoredNote& note, std::string_view key_name, const SigningKey& key) {
    Note out{stored_text(note), {}};
    sign_note(out, key_name, key);
    return write_note(out);
}

Result<StoredNote> verify_stored(std::string_view text, const VerifierKey& key) {
    const auto opened = open_note(text, key);
    if (!opened) return fail(opened.error());
    return read_stored_text(*opened);
}

}  // namespace preau::seal
