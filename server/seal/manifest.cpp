// SPDX-License-Identifier: Apache-2.0
#include "seal/manifest.hpp"

#include "base/limits.hpp"
#include "json/write.hpp"
#include "seal/document.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

namespace preau::seal {

namespace {

constexpr std::int64_t kEventsMax = limits::events_per_session_max;

std::string type_name(std::uint16_t type) { return fmt::format("{:04x}", type); }

json::Value write_counts(const Manifest& manifest) {
    json::Object counts;
    for (const auto& [type, count] : manifest.counts) counts.push_back({type_name(type), count});
    return counts;
}

void read_counts(json::Fields& fields, Manifest& out) {
    const auto& value = fields.value("counts");
    json::Fields counts(value, fields.path("counts"));
    const auto* members = value.object();
    for (std::size_t i = 0; members != nullptr && i < members->size(); ++i) {
        const auto& name = (*members)[i].name;
        const auto type = array_from_hex<2>(name);
        if (!type) counts.refuse(name, "malformed", "4 chiffres hexadécimaux sont attendus.");
        const auto count = counts.integer(name, 1, kEventsMax);
        if (type)
            out.counts[static_cast<std::uint16_t>((*type)[0] << 8 | (*type)[1])] =
                static_cast<std::uint64_t>(count);
    }
    fields.close(counts);
}

void read_events(json::Fields& fields, Manifest& out) {
    json::Fields events(fields.value("events"), fields.path("events"));
    out.first_event = static_cast<std::uint64_t>(events.integer("first", 0, kEventsMax));
    out.event_count = static_cast<std::uint64_t>(events.integer("count", 1, kEventsMax));
    fields.close(events);
    json::Fields tree(fields.value("tree"), fields.path("tree"));
    out.tree.size = static_cast<std::uint64_t>(tree.integer("size", 1, kEventsMax));
    out.tree.root = tree.hex<32>("root");
    fields.close(tree);
}

void read_pack(json::Fields& fields, Manifest& out) {
    json::Fields pack(fields.value("pack"), fields.path("pack"));
    out.pack_id = pack.text("id", kDocumentNameBytesMax);
    out.pack_version = pack.text("version", kDocumentNameBytesMax);
    out.pack_hash = pack.hex<32>("sha256");
    fields.close(pack);
}

void read_created(json::Fields& fields, Manifest& out) {
    json::Fields created(fields.value("created"), fields.path("created"));
    out.created = read_time(created, "wall");
    out.created_quality = static_cast<ClockQuality>(
        created.integer("clk", 0, static_cast<std::int64_t>(ClockQuality::central)));
    fields.close(created);
}

/// A session travels in one part; the member leaves room for more.
void read_part(json::Fields& fields) {
    if (fields.array("part", 2) != json::Array{1, 1})
        fields.refuse("part", "out_of_range", "Une session tient en une partie.");
}

Manifest read_members(json::Fields& fields) {
    Manifest out;
    fields.integer("v", 1, 1);
    out.audience = fields.text("aud", 200);
    out.box = read_box_name(fields, "box");
    out.session.bytes = fields.hex<16>("session");
    out.number = fields.text("number", 10);
    if (!is_session_number(out.number))
        fields.refuse("number", "malformed", "1 à 10 chiffres sont attendus.");
    read_events(fields, out);
    out.candidates = static_cast<std::uint32_t>(
        fields.integer("candidates", 0, limits::candidates_per_session_max));
    read_counts(fields, out);
    out.software = fields.text("sw", kDocumentNameBytesMax);
    read_pack(fields, out);
    read_created(fields, out);
    out.campaign = fields.text("campaign", kDocumentNameBytesMax);
    out.boot_count = static_cast<std::uint64_t>(fields.integer("boot_count", 0, json::kIntegerMax));
    out.root_version = fields.integer("root_version", 1, json::kIntegerMax);
    out.timestamp_version = fields.integer("timestamp_version", 0, json::kIntegerMax);
    read_part(fields);
    return out;
}

}  // namespace

std::string write_manifest(const Manifest& m) {
    return json::write(json::Object{
        {"v", 1},
        {"aud", m.audience},
        {"box", m.box},
        {"session", m.session.hex()},
        {"number", m.number},
        {"events", json::Object{{"first", m.first_event}, {"count", m.event_count}}},
        {"tree", json::Object{{"size", m.tree.size}, {"root", to_hex(m.tree.root)}}},
        {"candidates", m.candidates},
        {"counts", write_counts(m)},
        {"sw", m.software},
        {"pack",
         json::Object{
             {"id", m.pack_id}, {"version", m.pack_version}, {"sha256", to_hex(m.pack_hash)}}},
        {"created", json::Object{{"wall", to_iso8601(m.created)},
                                 {"clk", static_cast<int>(m.created_quality)}}},
        {"campaign", m.campaign},
        {"boot_count", m.boot_count},
        {"root_version", m.root_version},
        {"timestamp_version", m.timestamp_version},
        {"part", json::Array{1, 1}}});
}

Result<Manifest> read_manifest(ByteView payload) {
    return read_document(payload, "bundle manifest", read_members, write_manifest);
}

std::string sign_manifest(const Manifest& manifest, const SigningKey& box) {
    return sign_envelope(kBundleManifestType, as_bytes(write_manifest(manifest)), box);
}

Result<Manifest> open_manifest(std::string_view envelope, const PublicKey& box) {
    auto payload = open_envelope(envelope, kBundleManifestType, box);
    if (!payload) return fail(std::move(payload.error()).with_context("bundle manifest"));
    return read_manifest(*payload);
}

Result<Manifest> unverified_manifest(std::string_view envelope) {
    auto payload = unverified_payload(envelope, kBundleManifestType);
    if (!payload) return fail(std::move(payload.error()).with_context("bundle manifest"));
    return read_manifest(*payload);
}

}  // namespace preau::seal
