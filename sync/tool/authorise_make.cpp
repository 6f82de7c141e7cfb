// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/limits.hpp"
#include "json/read.hpp"
#include "pack/format.hpp"
#include "seal/authorisation.hpp"
#include "seal/certificate.hpp"
#include "seal/entropy.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"
#include "tool/trust_files.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

constexpr std::size_t kPackFileBytesMax = 256u * 1024 * 1024;
constexpr std::size_t kRosterBytesMax = 4u * 1024 * 1024;

struct Options {
    std::string key, root, pack, escrow, roster, number, uai, campaign, from, until, lockdown, out;
    std::vector<std::string> certificates;
    std::uint32_t candidates = 40;
    bool mirror = false, tls = false, nat = false, json = false;
};

Result<void> name_pack(const Options& options, seal::Authorisation& out) {
    const std::filesystem::path folder(options.pack);
    const auto envelope = read_document_file(folder / std::string(pack::format::kManifestFile));
    if (!envelope) return fail(envelope.error());
    const auto payload = seal::unverified_payload(*envelope, pack::format::kPayloadType);
    if (!payload) return fail(payload.error());
    const auto manifest = json::read(as_text(*payload));
    if (!manifest) return fail(manifest.error());
    const auto *id = manifest->find("id"), *version = manifest->find("version");
    if (id == nullptr || version == nullptr || id->text() == nullptr || version->text() == nullptr)
        return fail(Error::malformed(options.pack + ": a pack without id and version"));
    out.pack_id = *id->text();
    out.pack_version = *version->text();
    out.pack_hash = seal::sha256(*payload);
    return {};
}

Result<seal::FileKey> key_of_part(const Options& options, const char* name,
                                  const seal::EncryptionKey& escrow) {
    const auto file = read_file(std::filesystem::path(options.pack) / name, kPackFileBytesMax);
    if (!file) return fail(file.error());
    return seal::open_file_key(*file, escrow);
}

/// Wraps the pack's keys and seals a share for each box; gives the code of the day.
Result<std::string> wrap_keys(const Options& options,
                              const std::vector<seal::Certificate>& certificates,
                              seal::Authorisation& out) {
    const auto escrow = seal::EncryptionKey::load(options.escrow);
    if (!escrow) return fail(escrow.error());
    auto open_part = key_of_part(options, "pack.pub.age", *escrow);
    if (!open_part) return fail(open_part.error());
    auto secret_part = key_of_part(options, "pack.sec.age", *escrow);
    if (!secret_part) return fail(secret_part.error());
    seal::SystemEntropy entropy;
    const auto share = seal::BoxShare::generate(entropy);
    const auto code = seal::draw_day_code(entropy);
    const auto unlock_key = seal::derive_unlock_key(share, code, out.session);
    if (!unlock_key) return fail(unlock_key.error());
    const seal::PackKeys keys{std::move(*open_part), std::move(*secret_part)};
    out.wrapped_keys = seal::wrap_pack_keys(keys, *unlock_key, out.session, out.pack_hash);
    for (const auto& certificate : certificates) {
        auto sealed = seal::seal_share(share, certificate.encryption, entropy);
        if (!sealed) return fail(sealed.error());
        out.shares.push_back({certificate.box, std::move(*sealed)});
    }
    return code;
}

Result<std::vector<seal::Certificate>> read_certificates(const Options& options) {
    const auto root = read_root_file(options.root);
    if (!root) return fail(root.error());
    std::vector<seal::Certificate> certificates;
    for (const auto& path : options.certificates) {
        const auto text = read_document_file(path);
        if (!text) return fail(text.error());
        auto certificate = seal::open_certificate(*text, *root);
        if (!certificate) return fail(std::move(certificate.error()).with_context(path));
        certificates.push_back(std::move(*certificate));
    }
    return certificates;
}

Result<seal::Authorisation> describe(const Options& options,
                                     const std::vector<seal::Certificate>& certificates) {
    const auto from = from_iso8601(options.from), until = from_iso8601(options.until);
    if (!from || !until)
        return fail(Error::malformed("a time is written 2026-11-25T09:00:00.000Z, in UTC"));
    const auto roster = read_file(options.roster, kRosterBytesMax);
    if (!roster) return fail(roster.error());
    seal::Authorisation out;
    seal::SystemEntropy entropy;
    entropy.fill(out.session.bytes);
    out.number = options.number;
    out.uai = options.uai.empty() ? certificates.front().uai : options.uai;
    out.campaign = options.campaign;
    for (const auto& certificate : certificates) out.boxes.push_back(certificate.box);
    out.not_before = *from;
    out.not_after = *until;
    out.roster_hash = seal::sha256(*roster);
    out.max_candidates = options.candidates;
    out.mirror_required = options.mirror;
    out.tls_required = options.tls;
    out.network = options.nat ? seal::NetworkMode::nat : seal::NetworkMode::direct;
    for (const auto rule : {seal::LockdownRule::none, seal::LockdownRule::companion,
                            seal::LockdownRule::seb, seal::LockdownRule::any})
        if (seal::name(rule) == options.lockdown) out.lockdown = rule;
    if (auto named = name_pack(options, out); !named) return fail(std::move(named.error()));
    return out;
}

int make(const Options& options) {
    const auto key = seal::SigningKey::load(options.key);
    if (!key) return report(key.error());
    const auto certificates = read_certificates(options);
    if (!certificates) return report(certificates.error());
    auto authorisation = describe(options, *certificates);
    if (!authorisation) return report(authorisation.error());
    Facts facts;
    facts.add("session", authorisation->session.hex()).add("authorisation", options.out);
    if (!options.escrow.empty()) {
        const auto code = wrap_keys(options, *certificates, *authorisation);
        if (!code) return report(code.error());
        facts.add("code", *code)
            .say(
                "The code of the day is shown once, here: give it to the school on the day, "
                "by another way than this file.");
    }
    const auto payload = seal::write_authorisation(*authorisation);
    if (const auto read = seal::read_authorisation(as_bytes(payload)); !read)
        return report(read.error());
    const auto envelope = seal::sign_authorisation(*authorisation, *key);
    if (const auto written = write_file(options.out, as_bytes(envelope)); !written)
        return report(written.error());
    facts.print(options.json);
    return kDone;
}

void add_options(CLI::App& command, Options& options) {
    command.add_option("--key", options.key, "The platform's session key")->required();
    command.add_option("--root", options.root, "The platform's root document")->required();
    command
        .add_option("--certificate", options.certificates,
                    "Certificate of the box that runs the session, then of its spare")
        ->required()
        ->expected(1, 2);
    command.add_option("--pack", options.pack, "Folder of the compiled pack")->required();
    command.add_option("--escrow", options.escrow,
                       "Identity file that opens the pack, when it is encrypted");
    command.add_option("--roster", options.roster, "The roster as it is sent")->required();
    command.add_option("--number", options.number, "Number of the session")->required();
    command.add_option("--uai", options.uai, "The school; the box's own by default");
    command.add_option("--campaign", options.campaign, "Such as 2026-terminale")->required();
    command.add_option("--from", options.from, "Beginning, 2026-11-25T07:00:00.000Z")->required();
    command.add_option("--until", options.until, "End")->required();
    command.add_option("--candidates", options.candidates, "At most so many");
    command.add_option("--lockdown", options.lockdown, "none, companion, seb or any")
        ->default_val("none")
        ->check(CLI::IsMember({"none", "companion", "seb", "any"}));
    command.add_flag("--mirror", options.mirror, "Require a second copy of every answer");
    command.add_flag("--tls", options.tls, "Refuse plain HTTP");
    command.add_flag("--nat", options.nat, "The room's computers share one address");
    command.add_option("--out", options.out, "Where to write the authorisation")->required();
    command.add_flag("--json", options.json, "Print the outcome as one JSON object");
}

}  // namespace

void add_authorise_make(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "make", "Signs the permission to run one session, and draws its code of the day");
    auto options = std::make_shared<Options>();
    add_options(*command, *options);
    command->callback([options, &exit_code] { exit_code = make(*options); });
}

}  // namespace preau::tool
