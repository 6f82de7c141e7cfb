// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/limits.hpp"
#include "central/desk/desk_commands.hpp"
#include "pack/format.hpp"
#include "pack/manifest.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"

namespace preau::central {

namespace {

/// The file key of one part, once its bytes are those that were signed.
Result<seal::FileKey> open_part(const std::filesystem::path& folder, const pack::FileEntry& entry,
                                std::span<const seal::EncryptionKey> openers) {
    const auto bytes = read_file(folder / entry.name, entry.size);
    if (!bytes) return fail(bytes.error());
    if (bytes->size() != entry.size || seal::sha256(*bytes) != entry.sha256)
        return fail(Error::malformed((folder / entry.name).string() +
                                     ": its bytes are not those that were signed"));
    for (const auto& opener : openers)
        if (auto key = seal::open_file_key(*bytes, opener); key) return std::move(*key);
    return fail(Error::malformed((folder / entry.name).string() +
                                 ": the escrow key that opens it is not in this folder"));
}

}  // namespace

Result<ShelvedPack> shelved_pack(const std::filesystem::path& folder, const RoleKeys& keys) {
    const auto file = folder / pack::format::kManifestFile;
    const auto envelope = read_file(file, limits::manifest_bytes_max);
    if (!envelope) return fail(envelope.error());
    auto payload = seal::open_by_role(as_text(*envelope), pack::format::kPayloadType, keys.root(),
                                      seal::Role::content);
    if (!payload) return fail(std::move(payload.error()).with_context(file.string()));
    const auto manifest = pack::read_manifest(*payload);
    if (!manifest) return fail(manifest.error());
    ShelvedPack out{.id = manifest->cover.id,
                    .version = manifest->cover.version,
                    .hash = seal::sha256(*payload),
                    .keys = {}};
    auto open_part_key = open_part(folder, manifest->public_file, keys.openers());
    if (!open_part_key) return fail(std::move(open_part_key.error()));
    auto secret_part_key = open_part(folder, manifest->secret_file, keys.openers());
    if (!secret_part_key) return fail(std::move(secret_part_key.error()));
    out.keys = seal::PackKeys{std::move(*open_part_key), std::move(*secret_part_key)};
    return out;
}

}  // namespace preau::central
