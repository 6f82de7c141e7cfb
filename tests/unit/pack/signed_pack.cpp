// SPDX-License-Identifier: Apache-2.0
#include "unit/pack/signed_pack.hpp"

#include "pack/words.hpp"
#include "seal/age.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"

namespace preau::test {

namespace {

void add(PackParts& parts, std::string id, answers::Kind kind, std::string solution) {
    pack::Question question;
    question.item = id;
    question.kind = kind;
    question.french.instruction_html = "<p>Quelle réponse ?</p>";
    if (kind != answers::Kind::qroc)
        question.french.proposals_html = {"un", "deux", "<em>trois</em>"};
    question.licence = "CC-BY-4.0";
    question.author = "Préau";
    const auto competence = id.substr(0, 3);
    parts.secret.items.push_back({.id = id,
                                  .competence = competence,
                                  .tube = competence + "-tube",
                                  .skill = competence + "-tube-1",
                                  .discriminant = 1.1,
                                  .difficulty = -0.3});
    parts.secret.keys.push_back({.kind = kind,
                                 .solutions = {std::move(solution)},
                                 .format = answers::Format::text,
                                 .treatments = {.t3 = false}});
    parts.open.questions.push_back(std::move(question));
}

/// Encrypted with that key, and noted in the manifest.
void write_part(const std::filesystem::path& folder, const std::string& clear,
                const seal::FileKey& key, pack::FileEntry& entry) {
    SeededEntropy entropy(3);
    const std::vector<seal::RecipientKey> escrows = {escrow_key().recipient()};
    const auto file = seal::age_encrypt_with(key, as_bytes(clear), escrows, entropy);
    REQUIRE(file);
    entry.size = file->size();
    entry.sha256 = seal::sha256(*file);
    entry.clear_sha256 = seal::sha256(as_bytes(clear));
    write_bytes(folder / entry.name, as_text(*file));
}

}  // namespace

PackParts small_pack() {
    PackParts parts;
    parts.open.language = "fr";
    parts.open.licence = "CC-BY-4.0";
    add(parts, "1.1-un", answers::Kind::qcu, "2");
    add(parts, "2.1-deux", answers::Kind::qcm, "1,3");
    add(parts, "3.4-trois", answers::Kind::qroc, "bonjour");
    const Bytes picture = to_bytes(as_bytes("<svg/>"));
    const auto media = to_hex(seal::sha256(picture)) + ".svg";
    parts.open.media[media] = picture;
    parts.open.questions.front().picture = {media, 20, 10};
    parts.open.questions.front().french.alternative = "Un dessin";
    auto& version = parts.secret.certification_version;
    version.name = "essai";
    version.mesh_intervals = {{0, -8, 0}, {1, 0, 8}};
    for (const auto code : pack::kCompetences)
        version.competence_intervals[std::string(code)] = {{0, -8, 0.5}, {1, 0.5, 8}};
    return parts;
}

std::vector<seal::SigningKey> content_keys() {
    std::vector<seal::SigningKey> keys;
    keys.push_back(seal::SigningKey::from_seed({1, 2, 3}));
    keys.push_back(seal::SigningKey::from_seed({4, 5, 6}));
    return keys;
}

seal::RoleKeys content_role() {
    seal::RoleKeys role;
    for (const auto& key : content_keys()) role.keys.push_back(key.public_key());
    role.threshold = 2;
    return role;
}

seal::EncryptionKey escrow_key() {
    SeededEntropy entropy(9);
    return seal::EncryptionKey::generate(entropy);
}

seal::PackKeys pack_keys() {
    SeededEntropy entropy(10);
    auto open_part = seal::FileKey::generate(entropy);
    return {std::move(open_part), seal::FileKey::generate(entropy)};
}

pack::Manifest small_manifest() {
    pack::Manifest manifest;
    manifest.cover.id = "essai";
    manifest.cover.version = "1";
    manifest.cover.title = "Paquet d'essai";
    manifest.cover.certification_version = "essai";
    manifest.cover.questions = 32;
    manifest.cover.minutes = 105;
    manifest.created = "2026-11-24";
    manifest.items = 3;
    manifest.public_file.name = pack::format::kPublicFile;
    manifest.secret_file.name = pack::format::kSecretFile;
    return manifest;
}

void write_signed_pack(const std::filesystem::path& folder, const std::string& public_part,
                       const std::string& secret_part, std::size_t items) {
    auto manifest = small_manifest();
    manifest.items = items;
    write_signed_pack(folder, public_part, secret_part, std::move(manifest));
}

void write_signed_pack(const std::filesystem::path& folder, const std::string& public_part,
                       const std::string& secret_part, pack::Manifest manifest) {
    const auto keys = pack_keys();
    write_part(folder, public_part, keys.open_part, manifest.public_file);
    write_part(folder, secret_part, keys.secret_part, manifest.secret_file);
    const auto payload = pack::write_manifest(manifest);
    auto envelope =
        seal::sign_envelope(pack::format::kPayloadType, as_bytes(payload), content_keys().front());
    const auto both =
        seal::add_signature(envelope, pack::format::kPayloadType, content_keys().back());
    REQUIRE(both);
    write_bytes(folder / pack::format::kManifestFile, *both);
}

}  // namespace preau::test
