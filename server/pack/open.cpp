// SPDX-License-Identifier: Apache-2.0
#include "pack/open.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "pack/format.hpp"
#include "pack/parts.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

namespace preau::pack {

namespace {

namespace fs = std::filesystem;

Failure<Error> altered(const fs::path& file) {
    return fail(Error::malformed(fmt::format(
        "{}: its bytes are not those that were signed: copy the pack again", file.string())));
}

/// The encrypted bytes of one file, once they are those that the manifest vouches for.
Result<Bytes> read_vouched(const fs::path& folder, const FileEntry& entry) {
    const auto path = folder / entry.name;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(Error::environment(fmt::format("{}: {}", path.string(), error.message())));
    if (size != entry.size) return altered(path);
    auto bytes = read_file(path, entry.size);
    if (!bytes) return bytes;
    if (seal::sha256(*bytes) != entry.sha256) return altered(path);
    return bytes;
}

Result<Bytes> read_envelope(const fs::path& folder) {
    return read_file(folder / format::kManifestFile, limits::manifest_bytes_max);
}

Result<Bytes> read_signed_payload(const fs::path& folder, const seal::RoleKeys& content) {
    const auto envelope = read_envelope(folder);
    if (!envelope) return envelope;
    auto payload = seal::open_envelope(as_text(*envelope), format::kPayloadType, content.keys,
                                       content.threshold);
    if (!payload)
        return fail(
            std::move(payload.error()).with_context((folder / format::kManifestFile).string()));
    return payload;
}

Result<Bytes> read_unverified_payload(const fs::path& folder) {
    const auto envelope = read_envelope(folder);
    if (!envelope) return envelope;
    auto payload = seal::unverified_payload(as_text(*envelope), format::kPayloadType);
    if (!payload)
        return fail(
            std::move(payload.error()).with_context((folder / format::kManifestFile).string()));
    return payload;
}

/// Both encrypted files of a manifest, as it vouches for them.
struct SealedParts {
    SignedManifest named;
    Bytes public_file;
    Bytes secret_file;
};

Result<SealedParts> read_sealed(const fs::path& folder, const Result<Bytes>& payload) {
    if (!payload) return fail(payload.error());
    auto manifest = read_manifest(*payload);
    if (!manifest) return fail(std::move(manifest.error()));
    auto public_file = read_vouched(folder, manifest->public_file);
    if (!public_file) return fail(std::move(public_file.error()));
    auto secret_file = read_vouched(folder, manifest->secret_file);
    if (!secret_file) return fail(std::move(secret_file.error()));
    return SealedParts{{std::move(*manifest), seal::sha256(*payload)},
                       std::move(*public_file),
                       std::move(*secret_file)};
}

Result<Bytes> decrypt(ByteView file, const FileEntry& entry, const seal::FileKey& key) {
    auto clear = seal::age_decrypt_with(file, key);
    if (!clear) return fail(std::move(clear.error()).with_context(entry.name));
    if (seal::sha256(*clear) != entry.clear_sha256)
        return fail(Error::malformed(fmt::format(
            "{}: what is in it is not what was signed: build the pack again", entry.name)));
    return clear;
}

Result<ClearParts> decrypt_both(const SealedParts& parts, const seal::PackKeys& keys) {
    const auto& manifest = parts.named.manifest;
    auto public_part = decrypt(parts.public_file, manifest.public_file, keys.open_part);
    if (!public_part) return fail(std::move(public_part.error()));
    auto secret_part = decrypt(parts.secret_file, manifest.secret_file, keys.secret_part);
    if (!secret_part) return fail(std::move(secret_part.error()));
    return ClearParts{manifest, std::move(*public_part), std::move(*secret_part)};
}

Result<Pack> open_sealed(const SealedParts& parts, const seal::PackKeys& keys) {
    const auto clear = decrypt_both(parts, keys);
    if (!clear) return fail(clear.error());
    auto pack = read_pack(clear->manifest, clear->public_part, clear->secret_part);
    if (pack) pack->hash = parts.named.hash;
    return pack;
}

Result<seal::PackKeys> keys_in(const SealedParts& parts, const seal::EncryptionKey& identity) {
    auto open_part = seal::open_file_key(parts.public_file, identity);
    if (!open_part) return fail(std::move(open_part.error()).with_context(format::kPublicFile));
    auto secret_part = seal::open_file_key(parts.secret_file, identity);
    if (!secret_part) return fail(std::move(secret_part.error()).with_context(format::kSecretFile));
    return seal::PackKeys{std::move(*open_part), std::move(*secret_part)};
}

Result<Pack> open_by_identity(const Result<SealedParts>& parts,
                              const seal::EncryptionKey& identity) {
    if (!parts) return fail(parts.error());
    const auto keys = keys_in(*parts, identity);
    if (!keys) return fail(keys.error());
    return open_sealed(*parts, *keys);
}

Pack assemble(const Manifest& manifest, PublicPart open_part, SecretPart secret_part) {
    return {.id = manifest.cover.id,
            .version = manifest.cover.version,
            .title = manifest.cover.title,
            .kind = open_part.kind,
            .language = std::move(open_part.language),
            .created = manifest.created,
            .certification_version = std::move(secret_part.certification_version),
            .items = std::move(secret_part.items),
            .keys = std::move(secret_part.keys),
            .questions = std::move(open_part.questions),
            .help_html = std::move(secret_part.help_html),
            .media = std::move(open_part.media)};
}

}  // namespace

Result<SignedManifest> verify(const fs::path& folder, const seal::RoleKeys& content) {
    auto parts = read_sealed(folder, read_signed_payload(folder, content));
    if (!parts) return fail(std::move(parts.error()));
    return std::move(parts->named);
}

Result<Pack> open(const fs::path& folder, const seal::RoleKeys& content,
                  const seal::PackKeys& keys) {
    const auto parts = read_sealed(folder, read_signed_payload(folder, content));
    if (!parts) return fail(parts.error());
    return open_sealed(*parts, keys);
}

Result<Pack> open(const fs::path& folder, const seal::RoleKeys& content,
                  const seal::EncryptionKey& identity) {
    return open_by_identity(read_sealed(folder, read_signed_payload(folder, content)), identity);
}

Result<seal::PackKeys> recover_keys(const fs::path& folder, const seal::EncryptionKey& identity) {
    const auto parts = read_sealed(folder, read_unverified_payload(folder));
    if (!parts) return fail(parts.error());
    return keys_in(*parts, identity);
}

Result<Hash> hash_of(const fs::path& folder) {
    const auto payload = read_unverified_payload(folder);
    if (!payload) return fail(payload.error());
    return seal::sha256(*payload);
}

Result<Pack> open_named(const fs::path& folder, const Hash& hash,
                        const seal::EncryptionKey& identity) {
    const auto found = hash_of(folder);
    if (!found || *found != hash)
        return fail(Error::malformed(
            fmt::format("{}: not the pack {} that was asked for", folder.string(), to_hex(hash))));
    return open_by_identity(read_sealed(folder, read_unverified_payload(folder)), identity);
}

Result<ClearParts> decrypt_parts(const fs::path& folder, const seal::EncryptionKey& identity) {
    const auto parts = read_sealed(folder, read_unverified_payload(folder));
    if (!parts) return fail(parts.error());
    const auto keys = keys_in(*parts, identity);
    if (!keys) return fail(keys.error());
    return decrypt_both(*parts, *keys);
}

Result<Pack> read_pack(const Manifest& manifest, ByteView public_part, ByteView secret_part) {
    auto open_part = read_public(public_part);
    if (!open_part) return fail(std::move(open_part.error()));
    auto secret = read_secret(secret_part, open_part->questions);
    if (!secret) return fail(std::move(secret.error()));
    if (open_part->questions.size() != manifest.items)
        return fail(Error::malformed(fmt::format("{}: announces {} questions, {} are there",
                                                 format::kManifestFile, manifest.items,
                                                 open_part->questions.size())));
    auto pack = assemble(manifest, std::move(*open_part), std::move(*secret));
    if (cover_of(pack) != manifest.cover)
        return fail(
            Error::malformed(fmt::format("{}: announces another certification version than {} has",
                                         format::kManifestFile, format::kSecretPart)));
    return pack;
}

}  // namespace preau::pack
