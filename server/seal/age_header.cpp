// SPDX-License-Identifier: Apache-2.0
#include "seal/age_header.hpp"

#include "base/limits.hpp"
#include "seal/hkdf.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace preau::seal {

namespace {

constexpr std::string_view kVersionLine = "age-encryption.org/v1\n";
constexpr std::string_view kKind = "X25519";
constexpr std::string_view kKeyInfo = "age-encryption.org/v1/X25519";
constexpr std::size_t kColumns = 64;
constexpr std::size_t kHiddenKeyBytes = 16 + crypto_aead_chacha20poly1305_ietf_ABYTES;
constexpr ByteArray<crypto_aead_chacha20poly1305_ietf_NPUBBYTES>
    kNoNonce{};  // the key is used once

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("age file: {}", what)));
}

/// The text line by line; a line without end is none.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {}

    std::optional<std::string_view> next() {
        const auto end = text_.find('\n', at_);
        if (end == text_.npos) return std::nullopt;
        const auto line = text_.substr(at_, end - at_);
        at_ = end + 1;
        return line;
    }
    bool next_starts_with(std::string_view head) const {
        return text_.substr(at_).starts_with(head);
    }
    std::size_t at() const { return at_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

Result<std::vector<std::string>> read_arguments(std::string_view line) {
    std::vector<std::string> arguments;
    while (true) {
        const auto end = line.find(' ');
        const auto word = line.substr(0, end);
        const bool printable =
            std::all_of(word.begin(), word.end(), [](char c) { return c > ' ' && c < '\x7f'; });
        if (word.empty() || !printable) return malformed("a recipient is not written in words");
        arguments.emplace_back(word);
        if (end == line.npos) return arguments;
        line.remove_prefix(end + 1);
    }
}

Result<Bytes> read_body(Lines& lines) {
    std::string text;
    while (true) {
        const auto line = lines.next();
        if (!line || line->size() > kColumns) return malformed("a recipient does not end");
        text += *line;
        if (line->size() < kColumns) return from_unpadded_base64(text);
    }
}

Result<AgeStanza> read_stanza(Lines& lines) {
    constexpr std::string_view kArrow = "-> ";
    const auto line = lines.next();
    if (!line || !line->starts_with(kArrow)) return malformed("its head does not end");
    auto arguments = read_arguments(line->substr(kArrow.size()));
    if (!arguments) return fail(std::move(arguments.error()));
    auto body = read_body(lines);
    if (!body) return fail(std::move(body.error()));
    return AgeStanza{std::move(*arguments), std::move(*body)};
}

ByteArray<32> hiding_key(const SecretMemory& shared, ByteView ephemeral,
                         const RecipientKey& recipient) {
    Bytes salt = to_bytes(ephemeral);
    salt.insert(salt.end(), recipient.bytes.begin(), recipient.bytes.end());
    return hkdf(shared.view(), salt, kKeyInfo);
}

}  // namespace

std::string to_unpadded_base64(ByteView bytes) {
    auto text = to_base64(bytes);
    while (text.ends_with('=')) text.pop_back();
    return text;
}

Result<Bytes> from_unpadded_base64(std::string_view text) {
    if (text.find('=') != text.npos) return malformed("base64 with padding");
    std::string padded(text);
    padded.append((4 - text.size() % 4) % 4, '=');
    return from_base64(padded);
}

Result<AgeHeader> read_age_header(ByteView file) {
    const auto head = as_text(file.first(std::min(file.size(), limits::age_header_bytes_max)));
    if (!head.starts_with(kVersionLine)) return malformed("not encrypted by age, version 1");
    Lines lines(head);
    lines.next();
    AgeHeader header;
    while (!lines.next_starts_with("---")) {
        if (header.stanzas.size() == limits::age_recipients_max)
            return malformed("too many recipients");
        auto stanza = read_stanza(lines);
        if (!stanza) return fail(std::move(stanza.error()));
        header.stanzas.push_back(std::move(*stanza));
    }
    if (header.stanzas.empty()) return malformed("no recipient");
    header.signed_part = file.first(lines.at() + 3);
    const auto line = lines.next();
    if (!line || !line->starts_with("--- ")) return malformed("its head does not end");
    const auto bytes = from_unpadded_base64(line->substr(4));
    const auto mac = bytes ? to_array<32>(*bytes) : fail(bytes.error());
    if (!mac) return malformed("its head is not authenticated");
    header.mac = *mac;
    header.payload = file.subspan(lines.at());
    return header;
}

std::string write_age_stanza(const AgeStanza& stanza) {
    std::string text = "->";
    for (const auto& argument : stanza.arguments) text += ' ' + argument;
    auto body = to_unpadded_base64(stanza.body);
    for (text += '\n'; body.size() >= kColumns; body.erase(0, kColumns))
        text += body.substr(0, kColumns) + '\n';
    return text + body + '\n';
}

Result<AgeStanza> hide_file_key(const FileKey& key, const RecipientKey& recipient,
                                Entropy& entropy) {
    const auto ephemeral = EncryptionKey::generate(entropy);
    const auto shared = ephemeral.shared_with(recipient);
    if (!shared) return fail(shared.error());
    const auto& share = ephemeral.recipient().bytes;
    auto hiding = hiding_key(*shared, share, recipient);
    Bytes body(kHiddenKeyBytes);
    crypto_aead_chacha20poly1305_ietf_encrypt(body.data(), nullptr, key.view().data(),
                                              key.view().size(), nullptr, 0, nullptr,
                                              kNoNonce.data(), hiding.data());
    wipe(hiding);
    return AgeStanza{{std::string(kKind), to_unpadded_base64(share)}, std::move(body)};
}

Result<std::optional<FileKey>> find_file_key(const AgeStanza& stanza, const EncryptionKey& key) {
    if (stanza.arguments.front() != kKind) return std::optional<FileKey>();
    const auto share = stanza.arguments.size() == 2 ? from_unpadded_base64(stanza.arguments[1])
                                                    : Result<Bytes>(malformed("no key"));
    const auto ephemeral = share ? to_array<32>(*share) : fail(share.error());
    if (!ephemeral || stanza.body.size() != kHiddenKeyBytes)
        return malformed("an X25519 recipient is not one");
    const auto shared = key.shared_with(RecipientKey{*ephemeral});
    if (!shared) return malformed("a recipient's key hides nothing");
    auto hiding = hiding_key(*shared, *ephemeral, key.recipient());
    FileKey found;
    const bool opened = crypto_aead_chacha20poly1305_ietf_decrypt(
                            found.bytes().data(), nullptr, nullptr, stanza.body.data(),
                            stanza.body.size(), nullptr, 0, kNoNonce.data(), hiding.data()) == 0;
    wipe(hiding);
    return opened ? std::optional<FileKey>(std::move(found)) : std::nullopt;
}

}  // namespace preau::seal
