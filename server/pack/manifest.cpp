// SPDX-License-Identifier: Apache-2.0
#include "pack/manifest.hpp"

#include "base/time.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/format.hpp"
#include "pack/pack.hpp"

#include <string_view>

namespace preau::pack {

namespace {

constexpr std::int64_t kQuestionsMax = 500;
constexpr std::int64_t kMinutesMax = 24 * 60;
constexpr std::size_t kDayBytes = 10;

json::Value to_json(const FileEntry& file) {
    return json::Object{{"name", file.name},
                        {"size", file.size},
                        {"sha256", to_hex(file.sha256)},
                        {"clear_sha256", to_hex(file.clear_sha256)}};
}

json::Value version_to_json(const Cover& cover) {
    return json::Object{{"name", cover.certification_version},
                        {"valid_from", cover.valid_from},
                        {"valid_until", cover.valid_until},
                        {"questions", cover.questions},
                        {"minutes", cover.minutes}};
}

FileEntry read_entry(json::Fields& manifest, const json::Array& files, std::size_t index,
                     std::string_view name, std::size_t bytes_max) {
    if (index >= files.size()) {
        manifest.refuse("files", "missing", "Deux fichiers sont attendus.");
        return {};
    }
    json::Fields fields(files[index], manifest.path("files", index));
    FileEntry entry;
    entry.name = fields.text("name", format::id_bytes_max);
    if (entry.name != name) fields.refuse("name", "out_of_range", "Un autre nom est attendu.");
    entry.size = static_cast<std::size_t>(fields.integer(
        "size", 1, static_cast<std::int64_t>(format::encrypted_bytes_max(bytes_max))));
    entry.sha256 = fields.hex<32>("sha256");
    entry.clear_sha256 = fields.hex<32>("clear_sha256");
    manifest.close(fields);
    return entry;
}

std::string read_day(json::Fields& fields, std::string_view name) {
    auto day = fields.text(name, kDayBytes);
    if (!day.empty() && !is_date(day)) fields.refuse(name, "malformed", "AAAA-MM-JJ est attendu.");
    return day;
}

void read_version(json::Fields& manifest, Cover& cover) {
    json::Fields fields(manifest.value("certification_version"), "certification_version");
    cover.certification_version = fields.text("name", format::label_bytes_max);
    cover.valid_from = read_day(fields, "valid_from");
    cover.valid_until = read_day(fields, "valid_until");
    cover.questions = static_cast<int>(fields.integer("questions", 1, kQuestionsMax));
    cover.minutes = static_cast<int>(fields.integer("minutes", 1, kMinutesMax));
    manifest.close(fields);
}

Manifest read_members(json::Fields& fields) {
    Manifest manifest;
    auto& cover = manifest.cover;
    fields.integer("v", format::kManifestVersion, format::kManifestVersion);
    cover.id = fields.text("id", format::id_bytes_max);
    cover.version = fields.text("version", format::id_bytes_max);
    cover.title = fields.text("title", format::label_bytes_max);
    manifest.created = fields.text("created", kDayBytes);
    if (!is_date(manifest.created))
        fields.refuse("created", "malformed", "AAAA-MM-JJ est attendu.");
    manifest.expires = read_day(fields, "expires");
    manifest.minimum_software = fields.text("minimum_software", format::id_bytes_max);
    read_version(fields, cover);
    if (fields.text("schema", format::id_bytes_max) != format::kSchema)
        fields.refuse("schema", "out_of_range", "Ce format de paquet n'est pas connu.");
    manifest.items = static_cast<std::size_t>(
        fields.integer("items", 1, static_cast<std::int64_t>(format::questions_max)));
    const auto& files = fields.array("files", 2);
    manifest.public_file =
        read_entry(fields, files, 0, format::kPublicFile, format::public_bytes_max);
    manifest.secret_file =
        read_entry(fields, files, 1, format::kSecretFile, format::secret_bytes_max);
    return manifest;
}

}  // namespace

Cover cover_of(const Pack& pack) {
    const auto& version = pack.certification_version;
    return {.id = pack.id,
            .version = pack.version,
            .title = pack.title,
            .certification_version = version.name,
            .valid_from = version.valid_from,
            .valid_until = version.valid_until,
            .questions = version.configuration.maximum_assessment_length,
            .minutes = version.assessment_duration_minutes};
}

bool Manifest::is_same_content(const Manifest& other) const {
    auto as_ours = other;
    for (auto [theirs, ours] : {std::pair(&as_ours.public_file, &public_file),
                                std::pair(&as_ours.secret_file, &secret_file)}) {
        theirs->size = ours->size;
        theirs->sha256 = ours->sha256;
    }
    return as_ours == *this;
}

std::string write_manifest(const Manifest& manifest) {
    const auto& cover = manifest.cover;
    return json::write(json::Object{
        {"v", format::kManifestVersion},
        {"id", cover.id},
        {"version", cover.version},
        {"title", cover.title},
        {"created", manifest.created},
        {"expires", manifest.expires},
        {"minimum_software", manifest.minimum_software},
        {"certification_version", version_to_json(cover)},
        {"schema", format::kSchema},
        {"items", manifest.items},
        {"files", json::Array{to_json(manifest.public_file), to_json(manifest.secret_file)}},
    });
}

Result<Manifest> read_manifest(ByteView payload) {
    const auto document = json::read(as_text(payload));
    if (!document) return fail(Error(document.error()).with_context(format::kManifestFile));
    json::Fields fields(*document);
    auto manifest = read_members(fields);
    if (auto finished = fields.finished(format::kManifestFile); !finished)
        return fail(std::move(finished.error()));
    return manifest;
}

}  // namespace preau::pack
