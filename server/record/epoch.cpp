// SPDX-License-Identifier: Apache-2.0
#include "record/epoch.hpp"

#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <algorithm>
#include <array>

namespace preau::record {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kNameBytesMax = 64;

constexpr std::array kReasons = {
    std::pair(EpochReason::start, std::string_view("start")),
    std::pair(EpochReason::restart, std::string_view("restart")),
    std::pair(EpochReason::takeover, std::string_view("takeover")),
};

std::string_view word(EpochReason reason) {
    return std::ranges::find(kReasons, reason, &decltype(kReasons)::value_type::first)->second;
}

Hash base64_hash(json::Fields& fields, std::string_view name) {
    const auto array = to_array<32>(fields.base64(name, 32));
    if (!array) fields.refuse(name, "malformed", "not 32 bytes");
    return array ? *array : Hash{};
}

EpochReason reason_of(json::Fields& fields) {
    const auto text = fields.text("reason", kNameBytesMax);
    const auto found = std::ranges::find(kReasons, text, &decltype(kReasons)::value_type::second);
    if (found == kReasons.end())
        fields.refuse("reason", "malformed", "neither start, restart nor takeover");
    return found == kReasons.end() ? EpochReason::start : found->first;
}

Result<Epoch> read_epoch(ByteView payload) {
    const auto value = json::read(as_text(payload));
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

Result<Epoch> verify_epoch(std::string_view envelope, const BoxKeys& boxes) {
    // Whose key to verify with is only found by reading.
    const auto claimed = seal::unverified_payload(envelope, seal::kEpochStartType);
    if (!claimed) return fail(claimed.error());
    auto epoch = read_epoch(*claimed);
    if (!epoch) return epoch;
    const auto box = boxes.find(epoch->box);
    if (box == boxes.end())
        return fail(Error::malformed("by box " + epoch->box + ", whose key is not known here"));
    const auto payload = seal::open_envelope(envelope, seal::kEpochStartType, box->second);
    if (!payload) return fail(payload.error());
    return epoch;
}

}  // namespace preau::record
