// SPDX-License-Identifier: Apache-2.0
#include "record/epoch.hpp"

#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

namespace preau::record {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kNameBytesMax = 64;

std::string_view word(EpochReason reason) {
    return reason == EpochReason::start ? "start" : "restart";
}

Hash base64_hash(json::Fields& fields, std::string_view name) {
    const auto array = to_array<32>(fields.base64(name, 32));
    if (!array) fields.refuse(name, "malformed", "not 32 bytes");
    return array ? *array : Hash{};
}

EpochReason reason_of(json::Fields& fields) {
    const auto text = fields.text("reason", kNameBytesMax);
    if (text != "start" && text != "restart")
        fields.refuse("reason", "malformed", "neither start nor restart");
    return text == "start" ? EpochReason::start : EpochReason::restart;
}

}  // namespace

std::string sign_epoch(const Epoch& epoch, const seal::SigningKey& box_key) {
    const json::Object document{{"v", kVersion},
                                {"session", epoch.session.hex()},
                                {"epoch", std::int64_t{epoch.number}},
                                {"key", to_base64(epoch.key)},
                                {"box", epoch.box},
                                {"reason", word(epoch.reason)},
                                {"previous_size", epoch.previous_size},
                                {"previous_root", to_base64(epoch.previous_root)},
                                {"software", epoch.software}};
    return seal::sign_envelope(seal::kEpochStartType, as_bytes(json::write(document)), box_key);
}

Result<Epoch> verify_epoch(std::string_view envelope, const seal::PublicKey& box_key) {
    const auto payload = seal::open_envelope(envelope, seal::kEpochStartType, box_key);
    if (!payload) return fail(payload.error());
    const auto value = json::read(as_text(*payload));
    if (!value) return fail(value.error());
    json::Fields fields(*value);
    Epoch epoch;
    fields.integer("v", kVersion, kVersion);
    epoch.session.bytes = fields.hex<16>("session");
    epoch.number = static_cast<std::uint32_t>(fields.integer("epoch", 1, UINT32_MAX));
    epoch.key = base64_hash(fields, "key");
    epoch.box = fields.text("box", kNameBytesMax);
    epoch.reason = reason_of(fields);
    epoch.previous_size = static_cast<std::uint64_t>(fields.integer("previous_size", 0, INT64_MAX));
    epoch.previous_root = base64_hash(fields, "previous_root");
    epoch.software = fields.text("software", kNameBytesMax);
    if (auto read = fields.finished("epoch.start"); !read) return fail(std::move(read.error()));
    return epoch;
}

}  // namespace preau::record
