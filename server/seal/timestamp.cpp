// SPDX-License-Identifier: Apache-2.0
#include "seal/timestamp.hpp"

#include "json/write.hpp"
#include "seal/document.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <algorithm>

namespace preau::seal {

namespace {

constexpr std::size_t kPacksMax = 256;
constexpr std::size_t kRevokedMax = 1024;  // the document stays under 256 KiB
constexpr std::size_t kReasonBytesMax = 100;

json::Value write_pack(const CurrentPack& pack) {
    return json::Object{{"id", pack.id},
                        {"version", pack.version},
                        {"sha256", to_hex(pack.hash)},
                        {"size", pack.size}};
}

json::Value write_revocation(const Revocation& revocation) {
    return json::Object{{"box", revocation.box},
                        {"since", to_iso8601(revocation.since)},
                        {"reason", revocation.reason}};
}

CurrentPack read_pack(json::Fields& fields) {
    CurrentPack pack;
    pack.id = fields.text("id", kDocumentNameBytesMax);
    pack.version = fields.text("version", kDocumentNameBytesMax);
    pack.hash = fields.hex<32>("sha256");
    pack.size = static_cast<std::uint64_t>(fields.integer("size", 0, json::kIntegerMax));
    return pack;
}

Revocation read_revocation(json::Fields& fields) {
    Revocation revocation;
    revocation.box = read_box_name(fields, "box");
    revocation.since = read_time(fields, "since");
    revocation.reason = fields.text("reason", kReasonBytesMax);
    return revocation;
}

template <class T>
std::vector<T> read_list(json::Fields& fields, std::string_view name, std::size_t count_max,
                         T (*read)(json::Fields&)) {
    std::vector<T> out;
    const auto& values = fields.array(name, count_max);
    for (std::size_t i = 0; i < values.size(); ++i) {
        json::Fields inner(values[i], fields.path(name, i));
        out.push_back(read(inner));
        fields.close(inner);
    }
    return out;
}

Timestamp read_members(json::Fields& fields) {
    Timestamp out;
    fields.integer("v", 1, 1);
    out.version = fields.integer("version", 1, json::kIntegerMax);
    out.expires = read_time(fields, "expires");
    out.root_version = fields.integer("root_version", 1, json::kIntegerMax);
    out.packs = read_list(fields, "packs", kPacksMax, read_pack);
    out.minimum_software = fields.text("minimum_software", kDocumentNameBytesMax);
    out.revoked = read_list(fields, "revoked", kRevokedMax, read_revocation);
    out.time = read_time(fields, "time");
    if (out.expires <= out.time)
        fields.refuse("expires", "out_of_range", "La fin précède le début.");
    return out;
}

}  // namespace

const Revocation* Timestamp::find_revocation(std::string_view box) const {
    const auto found = std::ranges::find(revoked, box, &Revocation::box);
    return found == revoked.end() ? nullptr : &*found;
}

std::string write_timestamp(const Timestamp& t) {
    json::Array packs, revoked;
    for (const auto& pack : t.packs) packs.push_back(write_pack(pack));
    for (const auto& revocation : t.revoked) revoked.push_back(write_revocation(revocation));
    return json::write(json::Object{{"v", 1},
                                    {"version", t.version},
                                    {"expires", to_iso8601(t.expires)},
                                    {"root_version", t.root_version},
                                    {"packs", std::move(packs)},
                                    {"minimum_software", t.minimum_software},
                                    {"revoked", std::move(revoked)},
                                    {"time", to_iso8601(t.time)}});
}

Result<Timestamp> read_timestamp(ByteView payload) {
    return read_document(payload, "timestamp", read_members, write_timestamp);
}

std::string sign_timestamp(const Timestamp& timestamp, const SigningKey& key) {
    return sign_envelope(kTimestampType, as_bytes(write_timestamp(timestamp)), key);
}

Result<Timestamp> open_timestamp(std::string_view envelope, const Root& root) {
    auto payload = open_by_role(envelope, kTimestampType, root, Role::timestamp);
    if (!payload) return fail(std::move(payload.error()).with_context("timestamp"));
    return read_timestamp(*payload);
}

}  // namespace preau::seal
