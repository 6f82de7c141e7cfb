// SPDX-License-Identifier: Apache-2.0
#include "seal/encryption_key.hpp"

#include "seal/bech32.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace preau::seal {

namespace {

constexpr std::string_view kPublicPrefix = "age";
constexpr std::string_view kSecretPrefix = "age-secret-key-";
constexpr std::size_t kFileBytesMax = 4096;

Failure<Error> not_identity(const std::filesystem::path& path) {
    return fail(Error::malformed(
        fmt::format("read key {}: not one line AGE-SECRET-KEY-1…", path.string())));
}

/// The one line that is neither empty nor a comment; empty when there is none, or more than one.
std::string_view only_line(std::string_view text) {
    std::string_view found;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (line.empty() || line.starts_with('#')) continue;
        if (!found.empty()) return {};
        found = line;
    }
    return found;
}

}  // namespace

std::string age_recipient_text(const RecipientKey& key) {
    return to_bech32(kPublicPrefix, key.bytes);
}

Result<RecipientKey> parse_age_recipient(std::string_view text) {
    const auto bytes = from_bech32(kPublicPrefix, text);
    if (!bytes) return fail(Error(bytes.error()).with_context("public key age1…"));
    const auto key = to_array<32>(*bytes);
    if (!key || to_bech32(kPublicPrefix, *key) != text)
        return fail(Error::malformed("public key age1…: not 32 bytes in lower case"));
    return RecipientKey{*key};
}

EncryptionKey::EncryptionKey() : secret_(crypto_scalarmult_SCALARBYTES) {}

EncryptionKey EncryptionKey::generate(Entropy& entropy) {
    ByteArray<32> secret{};
    entropy.fill(secret);
    auto key = from_secret(secret);
    wipe(secret);
    return key;
}

EncryptionKey EncryptionKey::from_secret(std::span<const std::uint8_t, 32> secret) {
    EncryptionKey key;
    std::copy(secret.begin(), secret.end(), key.secret_.bytes().begin());
    crypto_scalarmult_base(key.recipient_.bytes.data(), key.secret_.view().data());
    return key;
}

Result<EncryptionKey> EncryptionKey::load(const std::filesystem::path& path) {
    const auto text = read_secret_file(path, kFileBytesMax);
    if (!text) return fail(text.error());
    auto bytes = from_bech32(kSecretPrefix, only_line(as_text(text->view())));
    if (!bytes || bytes->size() != 32) return not_identity(path);
    auto key = from_secret(std::span<const std::uint8_t, 32>(*bytes));
    wipe(*bytes);
    return key;
}

Result<void> EncryptionKey::save(const std::filesystem::path& path) const {
    auto line = to_bech32(kSecretPrefix, secret_.view());
    for (auto& c : line)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    auto text = fmt::format("# public key: {}\n{}\n", age_recipient_text(recipient_), line);
    auto written = write_secret_file(path, text);
    wipe(line);
    wipe(text);
    return written;
}

Result<SecretMemory> EncryptionKey::shared_with(const RecipientKey& other) const {
    SecretMemory shared(crypto_scalarmult_BYTES);
    if (crypto_scalarmult(shared.bytes().data(), secret_.view().data(), other.bytes.data()) != 0)
        return fail(Error::malformed("public key: one of the few that hide nothing"));
    return shared;
}

}  // namespace preau::seal
