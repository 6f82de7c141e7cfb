// SPDX-License-Identifier: Apache-2.0
#include "authoring/compile.hpp"

#include "base/file.hpp"
#include "pack/format.hpp"
#include "pack/manifest.hpp"
#include "pack/parts.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "simulation/prices.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::authoring {

namespace {

namespace format = pack::format;

/// The exam room has no internet: such a question stays in the source.
std::vector<SourceQuestion> offered(const Source& source) {
    std::vector<SourceQuestion> questions;
    std::ranges::copy_if(
        source.questions, std::back_inserter(questions),
        [](const SourceQuestion& question) { return !question.question.needs_internet; });
    return questions;
}

pack::PublicPart public_part(const Source& source) {
    pack::PublicPart part;
    part.kind = source.kind;
    part.language = source.language;
    part.licence = source.licence;
    for (const auto& question : offered(source)) {
        part.questions.push_back(question.question);
        if (question.question.picture)
            part.media.emplace(question.question.picture->media, question.picture);
        part.media.insert(question.files.begin(), question.files.end());
    }
    return part;
}

/// The room engine needs them; no other algorithm reads them.
void set_prices(pack::SecretPart& part) {
    if (part.certification_version.algorithm != adaptive::Algorithm::room) return;
    const auto prices = simulation::learn_prices(part.items, part.certification_version);
    for (std::size_t i = 0; i < prices.size(); ++i) part.items[i].price = prices[i];
}

pack::SecretPart secret_part(const Source& source) {
    pack::SecretPart part;
    part.certification_version = source.certification_version;
    for (const auto& question : offered(source)) {
        part.items.push_back(question.item);
        part.keys.push_back(question.key);
        if (source.kind == pack::Kind::practice) part.help_html.push_back(question.help_html);
    }
    set_prices(part);
    return part;
}

pack::FileEntry entry_of(std::string_view name, const std::string& content) {
    return {.name = std::string(name),
            .size = content.size(),
            .sha256 = seal::sha256(as_bytes(content))};
}

}  // namespace

CompiledPack compile(const Source& source, const seal::SigningKey& content_key) {
    CompiledPack compiled;
    compiled.public_file = pack::write_public(public_part(source));
    compiled.secret_file = pack::write_secret(secret_part(source));
    const auto manifest =
        pack::write_manifest({.id = source.id,
                              .version = source.version,
                              .title = source.title,
                              .created = source.created,
                              .items = offered(source).size(),
                              .public_file = entry_of(format::kPublicFile, compiled.public_file),
                              .secret_file = entry_of(format::kSecretFile, compiled.secret_file)});
    compiled.hash = seal::sha256(as_bytes(manifest));
    compiled.manifest_file =
        seal::sign_envelope(format::kPayloadType, as_bytes(manifest), content_key);
    return compiled;
}

Result<void> write_pack(const CompiledPack& pack, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Error::environment(
            fmt::format("make the folder {}: {}", folder.string(), error.message())));
    const std::pair<std::string_view, const std::string*> files[] = {
        {format::kPublicFile, &pack.public_file},
        {format::kSecretFile, &pack.secret_file},
        {format::kManifestFile, &pack.manifest_file}};
    for (const auto& [name, content] : files)
        if (auto written = write_file(folder / name, as_bytes(*content)); !written) return written;
    return {};
}

}  // namespace preau::authoring
