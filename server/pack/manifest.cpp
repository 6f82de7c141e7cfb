// SPDX-License-Identifier: Apache-2.0
#include "pack/manifest.hpp"

#include "base/time.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/format.hpp"

#include <string_view>

namespace preau::pack {

namespace {

json::Value to_json(const FileEntry& file) {
    return json::Object{{"name", file.name}, {"size", file.size}, {"sha256", to_hex(file.sha256)}};
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
    entry.size =
        static_cast<std::size_t>(fields.integer("size", 1, static_cast<std::int64_t>(bytes_max)));
    entry.sha256 = fields.hex<32>("sha256");
    manifest.close(fields);
    return entry;
}

}  // namespace

std::string write_manifest(const Manifest& manifest) {
    return json::write(json::Object{
        {"v", format::kVersion},
        {"id", manifest.id},
        {"version", manifest.version},
        {"title", manifest.title},
        {"created", manifest.created},
        {"schema", format::kSchema},
        {"items", manifest.items},
        {"files", json::Array{to_json(manifest.public_file), to_json(manifest.secret_file)}},
    });
}

Result<Manifest> read_manifest(ByteView payload) {
    const auto document = json::read(as_text(payload));
    if (!document) return fail(Error(document.error()).with_context(format::kManifestFile));
    json::Fields fields(*document);
    Manifest manifest;
    fields.integer("v", format::kVersion, format::kVersion);
    manifest.id = fields.text("id", format::id_bytes_max);
    manifest.version = fields.text("version", format::id_bytes_max);
    manifest.title = fields.text("title", format::label_bytes_max);
    manifest.created = fields.text("created", 10);
    if (!is_date(manifest.created))
        fields.refuse("created", "malformed", "AAAA-MM-JJ est attendu.");
    if (fields.text("schema", format::id_bytes_max) != format::kSchema)
        fields.refuse("schema", "out_of_range", "Ce format de paquet n'est pas connu.");
    manifest.items = static_cast<std::size_t>(
        fields.integer("items", 1, static_cast<std::int64_t>(format::questions_max)));
    const auto& files = fields.array("files", 2);
    manifest.public_file =
        read_entry(fields, files, 0, format::kPublicFile, format::public_bytes_max);
    manifest.secret_file =
        read_entry(fields, files, 1, format::kSecretFile, format::secret_bytes_max);
    if (auto finished = fields.finished(format::kManifestFile); !finished)
        return fail(std::move(finished.error()));
    return manifest;
}

}  // namespace preau::pack
