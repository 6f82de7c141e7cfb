// SPDX-License-Identifier: Apache-2.0
#include "seal/envelope.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::seal {

namespace {

struct Envelope {
    std::string payload_type;
    Bytes payload;
    std::vector<Signature> signatures;
};

std::string write_envelope(const Envelope& envelope) {
    json::Array signatures;
    for (const auto& signature : envelope.signatures)
        signatures.push_back(json::Object{{"sig", to_base64(signature)}});
    return json::write(json::Object{{"payload", to_base64(envelope.payload)},
                                    {"payloadType", envelope.payload_type},
                                    {"signatures", std::move(signatures)}});
}

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("signed document: {}", what)));
}

Result<Envelope> read_envelope(std::string_view text) {
    if (text.size() > limits::manifest_bytes_max) return malformed("too long");
    auto value = json::read(text);
    if (!value) return fail(std::move(value.error()).with_context("signed document"));
    json::Fields fields(*value);
    Envelope envelope;
    envelope.payload = fields.base64("payload", limits::manifest_bytes_max);
    envelope.payload_type = fields.text("payloadType", 200);
    const auto& signatures = fields.array("signatures", limits::envelope_signatures_max);
    if (fields.ok() && signatures.empty()) return malformed("not signed");
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        json::Fields inner(signatures[i], fields.path("signatures", i));
        const auto signature = to_array<64>(inner.base64("sig", 64));
        if (!signature)
            inner.refuse("sig", "malformed", "64 octets en base64 sont attendus.");
        else
            envelope.signatures.push_back(*signature);
        fields.close(inner);
    }
    if (auto done = fields.finished("signed document"); !done) return fail(std::move(done.error()));
    if (write_envelope(envelope) != text) return malformed("not the one spelling");
    return envelope;
}

Result<Envelope> read_typed(std::string_view text, std::string_view payload_type) {
    auto envelope = read_envelope(text);
    if (envelope && envelope->payload_type != payload_type)
        return malformed(fmt::format("it is not a {}", payload_type));
    return envelope;
}

}  // namespace

Bytes pre_authentication_encoding(std::string_view payload_type, ByteView payload) {
    const auto head =
        fmt::format("DSSEv1 {} {} {} ", payload_type.size(), payload_type, payload.size());
    Bytes bytes = to_bytes(as_bytes(head));
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

std::string sign_envelope(std::string_view payload_type, ByteView payload, const SigningKey& key) {
    return write_envelope({std::string(payload_type),
                           to_bytes(payload),
                           {key.sign(pre_authentication_encoding(payload_type, payload))}});
}

Result<std::string> add_signature(std::string_view envelope, std::string_view payload_type,
                                  const SigningKey& key) {
    auto read = read_typed(envelope, payload_type);
    if (!read) return fail(std::move(read.error()));
    if (read->signatures.size() == limits::envelope_signatures_max)
        return malformed("too many signatures to add one");
    const auto signature = key.sign(pre_authentication_encoding(payload_type, read->payload));
    if (std::ranges::find(read->signatures, signature) != read->signatures.end())
        return malformed("this key has signed already");
    read->signatures.push_back(signature);
    return write_envelope(*read);
}

Result<Signed> open_signed(std::string_view envelope, std::string_view payload_type,
                           std::span<const PublicKey> keys) {
    auto read = read_typed(envelope, payload_type);
    if (!read) return fail(std::move(read.error()));
    const auto message = pre_authentication_encoding(payload_type, read->payload);
    Signed opened;
    for (const auto& signature : read->signatures) {
        const auto signer = std::ranges::find_if(
            keys, [&](const PublicKey& key) { return verify(key, message, signature); });
        if (signer == keys.end()) return malformed("the signature is not valid");
        if (std::ranges::find(opened.signers, *signer) != opened.signers.end())
            return malformed("one key signed twice");
        opened.signers.push_back(*signer);
    }
    opened.payload = std::move(read->payload);
    return opened;
}

Result<Bytes> open_envelope(std::string_view envelope, std::string_view payload_type,
                            std::span<const PublicKey> keys, std::size_t threshold) {
    PREAU_CHECK(threshold > 0);
    auto opened = open_signed(envelope, payload_type, keys);
    if (!opened) return fail(std::move(opened.error()));
    if (opened->signers.size() < threshold)
        return malformed(
            fmt::format("{} keys must sign it, {} did", threshold, opened->signers.size()));
    return std::move(opened->payload);
}

Result<Bytes> open_envelope(std::string_view envelope, std::string_view payload_type,
                            const PublicKey& key) {
    return open_envelope(envelope, payload_type, std::span(&key, 1), 1);
}

Result<Bytes> unverified_payload(std::string_view envelope, std::string_view payload_type) {
    auto read = read_typed(envelope, payload_type);
    if (!read) return fail(std::move(read.error()));
    return std::move(read->payload);
}

}  // namespace preau::seal
