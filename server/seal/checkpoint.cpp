// SPDX-License-Identifier: Apache-2.0
#include "seal/checkpoint.hpp"

#include "base/big_endian.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace preau::seal {

namespace {

constexpr std::size_t kCosignatureBytes = 8 + 64;

std::string checkpoint_text(const Checkpoint& checkpoint) {
    return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size,
                       to_base64(checkpoint.root));
}

std::string cosigned_message(std::uint64_t unix_seconds, std::string_view text) {
    return fmt::format("cosignature/v1\ntime {}\n{}", unix_seconds, text);
}

Result<Checkpoint> read_checkpoint(std::string_view text) {
    const auto wrong = [] {
        return fail(Error::malformed("checkpoint: not three lines origin, size, root"));
    };
    const auto origin_end = text.find('\n');
    const auto size_end = text.find('\n', origin_end + 1);
    if (origin_end == text.npos || size_end == text.npos) return wrong();
    Checkpoint checkpoint{std::string(text.substr(0, origin_end)), 0, {}};
    const auto digits = text.substr(origin_end + 1, size_end - origin_end - 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), checkpoint.size);
    auto rest = text.substr(size_end + 1);
    if (rest.empty()) return wrong();
    rest.remove_suffix(1);
    const auto bytes = from_base64(rest);
    const auto root = bytes ? to_array<32>(*bytes) : fail(bytes.error());
    if (!root || checkpoint.origin.empty()) return wrong();
    checkpoint.root = *root;
    if (checkpoint_text(checkpoint) != text) return wrong();
    return checkpoint;
}

}  // namespace

std::string sign_checkpoint(const Checkpoint& checkpoint, std::string_view key_name,
                            const SigningKey& key) {
    Note note{checkpoint_text(checkpoint), {}};
    sign_note(note, key_name, key);
    return write_note(note);
}

Result<Checkpoint> verify_checkpoint(std::string_view note, const VerifierKey& key) {
    const auto text = open_note(note, key);
    if (!text) return fail(text.error());
    return read_checkpoint(*text);
}

Result<Checkpoint> unverified_checkpoint(std::string_view note) {
    const auto read = read_note(note);
    if (!read) return fail(read.error());
    return read_checkpoint(read->text);
}

Result<std::string> cosign(std::string_view note, std::string_view key_name, const SigningKey& key,
                           std::int64_t unix_seconds) {
    PREAU_CHECK(unix_seconds >= 0);
    auto read = read_note(note);
    if (!read) return fail(std::move(read.error()));
    if (read->signatures.size() == limits::note_signatures_max)
        return fail(Error::malformed("signed note: too many signatures to add one"));
    const VerifierKey verifier{std::string(key_name), NoteKeyType::cosignature_v1,
                               key.public_key()};
    if (find_signature(*read, verifier) != nullptr)
        return fail(Error::malformed("signed note: this key has cosigned already"));
    const auto time = static_cast<std::uint64_t>(unix_seconds);
    const auto signature = key.sign(as_bytes(cosigned_message(time, read->text)));
    read->signatures.push_back(
        {verifier.name, verifier.id(), ByteWriter().u64(time).bytes(signature).take()});
    return write_note(*read);
}

Result<std::int64_t> verify_cosignature(std::string_view note, const VerifierKey& key) {
    PREAU_CHECK(key.type == NoteKeyType::cosignature_v1);
    const auto read = read_note(note);
    if (!read) return fail(read.error());
    const auto* found = find_signature(*read, key);
    if (found == nullptr || found->signature.size() != kCosignatureBytes)
        return fail(Error::malformed(fmt::format("signed note: not cosigned by {}", key.name)));
    ByteReader reader(found->signature);
    const auto time = reader.u64();
    const auto signature = reader.array<64>();
    const bool valid = verify(key.key, as_bytes(cosigned_message(time, read->text)), signature);
    if (!valid || time > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return fail(Error::malformed(
            fmt::format("signed note: the cosignature of {} is not valid", key.name)));
    return static_cast<std::int64_t>(time);
}

}  // namespace preau::seal
