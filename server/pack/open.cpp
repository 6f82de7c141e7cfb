// SPDX-License-Identifier: Apache-2.0
#include "pack/open.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "pack/format.hpp"
#include "pack/manifest.hpp"
#include "pack/parts.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

namespace preau::pack {

namespace {

/// The bytes of one file, once they are those that the manifest vouches for.
Result<Bytes> read_vouched(const std::filesystem::path& folder, const FileEntry& entry) {
    auto bytes = read_file(folder / entry.name, entry.size);
    if (!bytes) return bytes;
    if (bytes->size() != entry.size || seal::sha256(*bytes) != entry.sha256)
        return fail(Error::malformed(
            fmt::format("{}: its bytes are not those that were signed: copy the pack again",
                        (folder / entry.name).string())));
    return bytes;
}

Result<Bytes> read_envelope(const std::filesystem::path& folder) {
    return read_file(folder / format::kManifestFile, limits::manifest_bytes_max);
}

Result<Bytes> read_signed_manifest(const std::filesystem::path& folder,
                                   const seal::PublicKey& content_key) {
    auto envelope = read_envelope(folder);
    if (!envelope) return envelope;
    auto payload = seal::open_envelope(as_text(*envelope), format::kPayloadType, content_key);
    if (!payload)
        return fail(
            std::move(payload.error()).with_context((folder / format::kManifestFile).string()));
    return payload;
}

Result<Bytes> read_named_manifest(const std::filesystem::path& folder, const Hash& hash) {
    auto envelope = read_envelope(folder);
    if (!envelope) return envelope;
    auto payload = seal::unverified_payload(as_text(*envelope), format::kPayloadType);
    if (!payload || seal::sha256(*payload) != hash)
        return fail(Error::malformed(
            fmt::format("{}: not the pack {} that was asked for", folder.string(), to_hex(hash))));
    return payload;
}

Pack assemble(Manifest manifest, PublicPart open_part, SecretPart secret_part) {
    return {.id = std::move(manifest.id),
            .version = std::move(manifest.version),
            .title = std::move(manifest.title),
            .kind = open_part.kind,
            .language = std::move(open_part.language),
            .created = std::move(manifest.created),
            .certification_version = std::move(secret_part.certification_version),
            .items = std::move(secret_part.items),
            .keys = std::move(secret_part.keys),
            .questions = std::move(open_part.questions),
            .help_html = std::move(secret_part.help_html),
            .media = std::move(open_part.media)};
}

Result<Pack> open_vouched(const std::filesystem::path& folder, ByteView payload) {
    auto manifest = read_manifest(payload);
    if (!manifest) return fail(std::move(manifest.error()));
    const auto public_bytes = read_vouched(folder, manifest->public_file);
    if (!public_bytes) return fail(public_bytes.error());
    const auto secret_bytes = read_vouched(folder, manifest->secret_file);
    if (!secret_bytes) return fail(secret_bytes.error());
    auto public_part = read_public(*public_bytes);
    if (!public_part) return fail(std::move(public_part.error()));
    auto secret_part = read_secret(*secret_bytes, public_part->questions);
    if (!secret_part) return fail(std::move(secret_part.error()));
    if (public_part->questions.size() != manifest->items)
        return fail(Error::malformed(fmt::format("{}: announces {} questions, {} are there",
                                                 format::kManifestFile, manifest->items,
                                                 public_part->questions.size())));
    auto pack = assemble(std::move(*manifest), std::move(*public_part), std::move(*secret_part));
    pack.hash = seal::sha256(payload);
    return pack;
}

}  // namespace

Result<Pack> open(const std::filesystem::path& folder, const seal::PublicKey& content_key) {
    const auto payload = read_signed_manifest(folder, content_key);
    if (!payload) return fail(payload.error());
    return open_vouched(folder, *payload);
}

Result<Pack> open_named(const std::filesystem::path& folder, const Hash& hash) {
    const auto payload = read_named_manifest(folder, hash);
    if (!payload) return fail(payload.error());
    return open_vouched(folder, *payload);
}

}  // namespace preau::pack
