// SPDX-License-Identifier: Apache-2.0
#include "unit/pack/signed_pack.hpp"

#include "pack/words.hpp"

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

pack::FileEntry entry(std::string_view name, const std::string& content) {
    return {std::string(name), content.size(), seal::sha256(as_bytes(content))};
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

void write_signed_pack(const std::filesystem::path& folder, const std::string& public_file,
                       const std::string& secret_file, std::size_t items) {
    const auto manifest =
        pack::write_manifest({.id = "essai",
                              .version = "1",
                              .title = "Paquet d'essai",
                              .created = "2026-11-24",
                              .items = items,
                              .public_file = entry(pack::format::kPublicFile, public_file),
                              .secret_file = entry(pack::format::kSecretFile, secret_file)});
    write_bytes(folder / pack::format::kPublicFile, public_file);
    write_bytes(folder / pack::format::kSecretFile, secret_file);
    write_bytes(folder / pack::format::kManifestFile,
                seal::sign_envelope(pack::format::kPayloadType, as_bytes(manifest), content_key()));
}

}  // namespace preau::test
