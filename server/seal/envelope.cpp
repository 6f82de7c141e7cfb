// SPDX-License-Identifier: Apache-2.0
#include "seal/envelope.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

#include <fmt/format.h>

namespace preau::seal {

namespace {

struct Envelope {
    std::string payload_type;
    Bytes payload;
    Signature signature{};
};

std::string write_envelope(const Envelope& envelope) {
    return json::write(json::Object{
        {"payload", to_base64(envelope.payload)},
        {"payloadType", envelope.payload_type},
        {"signatures",
         json::Array{json::Value(json::Object{{"sig", to_base64(envelope.signature)}})}}});
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
    const auto& signatures = fields.array("signatures", 1);
    if (fields.ok() && signatures.empty()) return malformed("not signed");
    if (!signatures.empty()) {
        json::Fields inner(signatures.front(), fields.path("signatures", 0));
        const auto signature = to_array<64>(inner.base64("sig", 64));
        if (!signature)
            inner.refuse("sig", "malformed", "64 octets en base64 sont attendus.");
        else
            envelope.signature = *signature;
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
    return write_envelope({std::string(payload_type), to_bytes(payload),
                           key.sign(pre_authentication_encoding(payload_type, payload))});
}

Result<Bytes> open_envelope(std::string_view envelope, std::string_view payload_type,
                            const PublicKey& key) {
    auto read = read_typed(envelope, payload_type);
    if (!read) return fail(std::move(read.error()));
    if (!verify(key, pre_authentication_encoding(payload_type, read->payload), read->signature))
        return malformed("the signature is not valid");
    return std::move(read->payload);
}

Result<Bytes> unverified_payload(std::string_view envelope, std::string_view payload_type) {
    auto read = read_typed(envelope, payload_type);
    if (!read) return fail(std::move(read.error()));
    return std::move(read->payload);
}

}  // namespace preau::seal
