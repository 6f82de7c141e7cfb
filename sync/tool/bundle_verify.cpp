// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/limits.hpp"
#include "exam/words.hpp"
#include "json/write.hpp"
#include "seal/code.hpp"
#include "seal/hash.hpp"
#include "tool/bundle_file.hpp"
#include "tool/bundle_report.hpp"
#include "tool/command.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string file, pack, box_key, session_key;
    std::string identity, root, checkpoint, receipt;
    bool json = false;
};

std::string_view word(Finding finding) {
    switch (finding) {
        case Finding::passed:
            return "ok";
        case Finding::failed:
            return "WRONG";
        case Finding::unproven:
            return "unproven";
    }
    PREAU_UNREACHABLE();
}

std::string name_of(std::uint16_t number) {
    const auto type = record::known_type(number);
    return type ? std::string(record::name(*type)) : fmt::format("type {:04x}", number);
}

void print_manifest(const seal::Manifest& manifest) {
    fmt::print("  session     {}, id {}\n", manifest.number, manifest.session.hex());
    fmt::print("  box         {}, software {}\n", manifest.box, manifest.software);
    fmt::print("  for         {}\n", manifest.audience);
    fmt::print("  written     {}, by the box's clock\n", to_iso8601(manifest.created));
    fmt::print("  pack        {} {}, sha256 {}\n", manifest.pack_id, manifest.pack_version,
               to_hex(manifest.pack_hash));
    fmt::print("  candidates  {}\n", manifest.candidates);
    fmt::print("  tree        {} records, root {}\n", manifest.tree.size,
               to_hex(manifest.tree.root));
    for (const auto& [type, count] : manifest.counts)
        fmt::print("  {:>10}  {}\n", count, name_of(type));
}

void print_meaning(const record::SealedSession& sealed) {
    std::size_t answers = 0;
    for (const auto& [number, candidate] : sealed.session.candidates)
        answers += static_cast<std::size_t>(candidate.answers());
    const auto& sheet = sealed.session.sheet;
    fmt::print("  held        {}, room {}, {} {}; {} answers, {} results\n", sheet.site, sheet.room,
               sheet.date, sheet.time, answers, sealed.session.results.size());
    fmt::print("  code        {} (as written in the minutes)\n",
               seal::session_code(sealed.checkpoint.size, sealed.checkpoint.root));
}

/// What each candidate was given at the end of the test, for whoever has written it down.
void print_receipts(const record::SealedSession& sealed) {
    for (const auto& [number, candidate] : sealed.session.candidates) {
        const auto* statement = sealed.statements.of(number);
        if (statement == nullptr) continue;
        fmt::print("  receipt     candidate {:>3}: {} answers, {}\n", number.value,
                   statement->answers, seal::receipt_code(seal::encode(*statement)));
    }
}

/// What a person at the platform has to look at: the exam went on, and so does the bundle.
void print_to_confirm(const exam::Session& session) {
    if (session.window_override)
        fmt::print("  to confirm  opened outside its window by {}: {}\n",
                   session.window_override->name, session.window_override->reason);
    for (const auto& [number, candidate] : session.candidates)
        if (candidate.late)
            fmt::print("  to confirm  candidate {}, {}: {}\n", number.value,
                       exam::word(candidate.late->change), candidate.late->why);
}

std::string verdict(const BundleReport& report) {
    if (!report.is_sound()) return "This bundle does not verify: do not trust it.";
    const auto unproven =
        std::ranges::count(report.checks, Finding::unproven, &BundleCheck::finding);
    if (unproven == 0) return "This bundle verifies entirely.";
    return fmt::format(
        "Nothing is wrong with it, but {} of {} checks could not be made: see above.", unproven,
        report.checks.size());
}

void print_text(const std::string& file, const BundleReport& report) {
    fmt::print("{}: {}\n", file,
               report.manifest ? "a sealed session" : "no sealed session that can be read");
    if (report.manifest) print_manifest(*report.manifest);
    if (report.sealed) {
        print_meaning(*report.sealed);
        print_receipts(*report.sealed);
        print_to_confirm(report.sealed->session);
    }
    for (const auto& check : report.checks)
        fmt::print("{:<8}  {}: {}\n", word(check.finding), check.name, check.words);
    fmt::print("{}\n", verdict(report));
}

json::Array receipts_of(const record::SealedSession& sealed) {
    json::Array receipts;
    for (const auto& [number, candidate] : sealed.session.candidates)
        if (const auto* statement = sealed.statements.of(number))
            receipts.push_back(
                json::Object{{"candidate", number.value},
                             {"answers", statement->answers},
                             {"code", seal::receipt_code(seal::encode(*statement))}});
    return receipts;
}

void print_json(const BundleReport& report) {
    json::Array checks;
    for (const auto& check : report.checks)
        checks.push_back(json::Object{
            {"name", check.name}, {"finding", word(check.finding)}, {"words", check.words}});
    json::Object out{{"sound", report.is_sound()}, {"checks", std::move(checks)}};
    if (report.manifest) {
        out.push_back({"session", report.manifest->session.hex()});
        out.push_back({"number", report.manifest->number});
        out.push_back({"box", report.manifest->box});
        out.push_back({"candidates", report.manifest->candidates});
        out.push_back({"events", report.manifest->event_count});
        out.push_back({"root", to_hex(report.manifest->tree.root)});
    }
    if (report.sealed) out.push_back({"receipts", receipts_of(*report.sealed)});
    fmt::print("{}\n", json::write(std::move(out)));
}

Result<std::optional<seal::PublicKey>> read_key(const char* option, const std::string& hex) {
    if (hex.empty()) return std::optional<seal::PublicKey>();
    const auto key = array_from_hex<32>(hex);
    if (!key)
        return fail(Error::malformed(fmt::format("{}: a key is 64 hexadecimal digits", option)));
    return std::optional(*key);
}

/// A text file that an option names.
Result<std::optional<std::string>> read_text(const std::string& path) {
    if (path.empty()) return std::optional<std::string>();
    const auto bytes = read_file(path, limits::manifest_bytes_max);
    if (!bytes) return fail(bytes.error());
    return std::optional(std::string(as_text(*bytes)));
}

/// The documents that the options name.
Result<void> read_documents(const Options& options, BundleTrust& trust) {
    const auto root = read_text(options.root);
    if (!root) return fail(root.error());
    if (*root) {
        auto opened = seal::open_root(**root);
        if (!opened) return fail(std::move(opened.error()).with_context(options.root));
        trust.root = std::move(*opened);
    }
    const auto checkpoint = read_text(options.checkpoint);
    if (!checkpoint) return fail(checkpoint.error());
    if (*checkpoint) {
        auto stated = seal::unverified_checkpoint(**checkpoint);
        if (!stated) return fail(std::move(stated.error()).with_context(options.checkpoint));
        trust.checkpoint = std::move(*stated);
    }
    auto receipt = read_text(options.receipt);
    if (!receipt) return fail(std::move(receipt.error()));
    trust.receipt = std::move(*receipt);
    return {};
}

/// The file as it travelled, when its note lies beside it.
Result<void> read_sent_file(const Options& options, BundleTrust& trust) {
    const auto path = options.file + ".sig";
    if (!std::filesystem::exists(path)) return {};
    auto note = read_text(path);
    if (!note) return fail(std::move(note.error()));
    const auto file = read_file(options.file, 2 * limits::bundle_bytes_max);
    if (!file) return fail(file.error());
    trust.file = SentFile{seal::sha256(*file), file->size(), std::move(**note)};
    return {};
}

int verify(const Options& options) {
    const auto box_key = read_key("--box-key", options.box_key);
    if (!box_key) return report(box_key.error());
    const auto session_key = read_key("--session-key", options.session_key);
    if (!session_key) return report(session_key.error());
    BundleTrust trust;
    trust.box_key = *box_key;
    trust.session_key = *session_key;
    if (!options.pack.empty()) trust.pack = options.pack;
    if (!options.identity.empty()) {
        auto identity = seal::EncryptionKey::load(options.identity);
        if (!identity) return report(identity.error());
        trust.identity = std::make_shared<const seal::EncryptionKey>(std::move(*identity));
    }
    if (const auto read = read_documents(options, trust); !read) return report(read.error());
    if (const auto read = read_sent_file(options, trust); !read) return report(read.error());
    const auto bytes = read_bundle_file(options.file, options.identity);
    if (!bytes) return report(bytes.error());
    const auto found = verify_bundle(*bytes, trust);
    if (options.json)
        print_json(found);
    else
        print_text(options.file, found);
    return found.is_sound() ? kDone : kRefused;
}

}  // namespace

void add_bundle_verify(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "verify", "Explains a sealed session and says what of it is proven; fails if it is wrong");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The bundle, SESSION.preau")->required();
    command->add_option("--identity", options->identity,
                        "age identity file of a recipient: opens an encrypted bundle");
    command->add_option("--root", options->root,
                        "The platform's root document: proves authorisation, boxes and receipt");
    command->add_option("--checkpoint", options->checkpoint,
                        "An earlier checkpoint of the session, kept outside the box");
    command->add_option("--receipt", options->receipt, "The platform's receipt");
    command->add_option("--box-key", options->box_key, "Public key of the box, hexadecimal");
    command->add_option("--session-key", options->session_key,
                        "Public key by which the platform authorises sessions, hexadecimal");
    command->add_option("--pack", options->pack, "Folder of the compiled pack, to score again");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = verify(*options); });
}

}  // namespace preau::tool
