// SPDX-License-Identifier: Apache-2.0
#include "authoring/compile.hpp"

#include "base/file.hpp"
#include "pack/format.hpp"
#include "pack/parts.hpp"
#include "seal/age.hpp"
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

pack::FileEntry entry_of(std::string_view name, const std::string& clear) {
    pack::FileEntry entry;
    entry.name = name;
    entry.clear_sha256 = seal::sha256(as_bytes(clear));
    return entry;
}

pack::Cover cover_of(const Source& source) {
    const auto& version = source.certification_version;
    return {.id = source.id,
            .version = source.version,
            .title = source.title,
            .certification_version = version.name,
            .valid_from = version.valid_from,
            .valid_until = version.valid_until,
            .questions = version.configuration.maximum_assessment_length,
            .minutes = version.assessment_duration_minutes};
}

/// Under a key of its own, which each escrow can read.
Result<Bytes> encrypt(const std::string& clear, pack::FileEntry& entry, const PackSeals& seals,
                      Entropy& entropy) {
    const auto key = seal::FileKey::generate(entropy);
    auto file = seal::age_encrypt_with(key, as_bytes(clear), seals.escrows, entropy);
    if (!file) return fail(std::move(file.error()).with_context(entry.name));
    entry.size = file->size();
    entry.sha256 = seal::sha256(*file);
    return file;
}

Result<std::string> sign(ByteView manifest, std::span<const seal::SigningKey> keys) {
    if (keys.empty()) return fail(Error::malformed("a pack is signed by content keys"));
    auto envelope = seal::sign_envelope(format::kPayloadType, manifest, keys.front());
    for (const auto& key : keys.subspan(1)) {
        auto signed_again = seal::add_signature(envelope, format::kPayloadType, key);
        if (!signed_again) return signed_again;
        envelope = std::move(*signed_again);
    }
    return envelope;
}

}  // namespace

ClearPack compile(const Source& source) {
    ClearPack clear;
    clear.public_part = pack::write_public(public_part(source));
    clear.secret_part = pack::write_secret(secret_part(source));
    clear.manifest = {.cover = cover_of(source),
                      .created = source.created,
                      .expires = source.expires,
                      .minimum_software = source.minimum_software,
                      .items = offered(source).size(),
                      .public_file = entry_of(format::kPublicFile, clear.public_part),
                      .secret_file = entry_of(format::kSecretFile, clear.secret_part)};
    return clear;
}

Result<CompiledPack> seal_pack(const ClearPack& clear, const PackSeals& seals, Entropy& entropy) {
    if (seals.escrows.empty())
        return fail(Error::malformed("a pack is encrypted to somebody who can always open it"));
    auto manifest = clear.manifest;
    auto public_file = encrypt(clear.public_part, manifest.public_file, seals, entropy);
    if (!public_file) return fail(std::move(public_file.error()));
    auto secret_file = encrypt(clear.secret_part, manifest.secret_file, seals, entropy);
    if (!secret_file) return fail(std::move(secret_file.error()));
    const auto payload = pack::write_manifest(manifest);
    auto manifest_file = sign(as_bytes(payload), seals.content_keys);
    if (!manifest_file) return fail(std::move(manifest_file.error()));
    return CompiledPack{std::move(*manifest_file), std::move(*public_file), std::move(*secret_file),
                        seal::sha256(as_bytes(payload))};
}

Result<void> write_pack(const CompiledPack& pack, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Error::environment(
            fmt::format("make the folder {}: {}", folder.string(), error.message())));
    const std::pair<std::string_view, ByteView> files[] = {
        {format::kPublicFile, pack.public_file},
        {format::kSecretFile, pack.secret_file},
        {format::kManifestFile, as_bytes(pack.manifest_file)}};
    for (const auto& [name, content] : files)
        if (auto written = write_file(folder / name, content); !written) return written;
    return {};
}

}  // namespace preau::authoring
