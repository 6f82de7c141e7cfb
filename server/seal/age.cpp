// SPDX-License-Identifier: Apache-2.0
#include "seal/age.hpp"

#include "base/limits.hpp"
#include "seal/age_header.hpp"
#include "seal/age_payload.hpp"
#include "seal/hkdf.hpp"
#include "seal/mac.hpp"

#include <fmt/format.h>

#include <optional>

namespace preau::seal {

namespace {

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("age file: {}", what)));
}

ByteArray<32> header_mac(const FileKey& key, ByteView signed_part) {
    auto mac_key = hkdf(key.view(), {}, "header");
    const auto mac = hmac_sha256(mac_key, {signed_part});
    wipe(mac_key);
    return mac;
}

Result<std::string> write_header(const FileKey& key, std::span<const RecipientKey> recipients,
                                 Entropy& entropy) {
    std::string text = "age-encryption.org/v1\n";
    for (const auto& recipient : recipients) {
        const auto stanza = hide_file_key(key, recipient, entropy);
        if (!stanza) return fail(stanza.error());
        text += write_age_stanza(*stanza);
    }
    text += "---";
    return fmt::format("{} {}\n", text, to_unpadded_base64(header_mac(key, as_bytes(text))));
}

Result<FileKey> file_key(const AgeHeader& header, const EncryptionKey& key) {
    std::optional<FileKey> found;
    for (const auto& stanza : header.stanzas) {
        auto opened = find_file_key(stanza, key);
        if (!opened) return fail(std::move(opened.error()));
        if (*opened && !found) found = std::move(*opened);
    }
    if (!found) return malformed("not encrypted to this key");
    if (!same_secret(header_mac(*found, header.signed_part), header.mac))
        return malformed("its head was changed");
    return std::move(*found);
}

}  // namespace

Result<Bytes> age_encrypt(ByteView plain, std::span<const RecipientKey> recipients,
                          Entropy& entropy) {
    return age_encrypt_with(FileKey::generate(entropy), plain, recipients, entropy);
}

Result<Bytes> age_encrypt_with(const FileKey& key, ByteView plain,
                               std::span<const RecipientKey> recipients, Entropy& entropy) {
    PREAU_CHECK(!recipients.empty() && recipients.size() <= limits::age_recipients_max);
    const auto header = write_header(key, recipients, entropy);
    if (!header) return fail(Error(header.error()).with_context("encrypt"));
    Bytes file = to_bytes(as_bytes(*header));
    append_age_payload(file, key, plain, entropy);
    return file;
}

Result<FileKey> open_file_key(ByteView file, const EncryptionKey& key) {
    const auto header = read_age_header(file);
    if (!header) return fail(header.error());
    return file_key(*header, key);
}

Result<Bytes> age_decrypt(ByteView file, const EncryptionKey& key) {
    const auto header = read_age_header(file);
    if (!header) return fail(header.error());
    const auto found = file_key(*header, key);
    if (!found) return fail(found.error());
    return open_age_payload(header->payload, *found);
}

Result<Bytes> age_decrypt_with(ByteView file, const FileKey& key) {
    const auto header = read_age_header(file);
    if (!header) return fail(header.error());
    if (!same_secret(header_mac(key, header->signed_part), header->mac))
        return malformed("another key, or its head was changed");
    return open_age_payload(header->payload, key);
}

}  // namespace preau::seal
