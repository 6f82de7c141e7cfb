// SPDX-License-Identifier: Apache-2.0
#include "tool/installation.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/open.hpp"
#include "seal/entropy.hpp"
#include "tool/call_program.hpp"
#include "tool/paths.hpp"

namespace preau::tool {

namespace {

namespace fs = std::filesystem;

constexpr const char* kBoxName = "BOX-DEMO";
constexpr std::size_t kKeysBytesMax = 16 * 1024;
constexpr std::size_t kKeyTextMax = 512;

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) return {};
    return fail(
        Error::environment("create the folder " + folder.string() + ": " + error.message()));
}

Result<void> remove_folder(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (!error) return {};
    return fail(Error::environment("remove " + folder.string() + ": " + error.message()));
}

bool is_absent_or_empty(const fs::path& folder) {
    std::error_code error;
    return !fs::exists(folder, error) || fs::is_empty(folder, error);
}

/// One text member of what a program printed.
std::string text_of(const json::Value& printed, std::string_view name) {
    const auto* member = printed.find(name);
    const auto* text = member == nullptr ? nullptr : member->text();
    return text == nullptr ? std::string{} : *text;
}

Error told(const authoring::Problems& problems) {
    std::string all = "the pack has to be corrected";
    for (const auto& problem : problems) all += "\n  " + problem.text();
    return Error::malformed(all);
}

std::vector<std::string> codes_of(const json::Value& created) {
    std::vector<std::string> codes;
    const auto* candidates = created.find("candidates");
    if (candidates == nullptr || candidates->array() == nullptr) return codes;
    for (const auto& candidate : *candidates->array()) codes.push_back(text_of(candidate, "code"));
    return codes;
}

}  // namespace

bool Installation::is_at(const Layout& layout) { return is_there(layout.keys()); }

Result<Installation> Installation::make(const Layout& layout, const Programs& programs) {
    if (!is_absent_or_empty(layout.root))
        return fail(Error::environment(layout.root.string() +
                                       " holds something else: move it away or choose another "
                                       "folder with --data"));
    Layout beside{layout.root.string() + ".tmp"};
    if (auto removed = remove_folder(beside.root); !removed) return fail(removed.error());
    for (const auto& folder :
         {beside.central(), beside.central_packs(), beside.box(), beside.sessions(), beside.logs()})
        if (auto made = make_folder(folder); !made) return fail(made.error());
    Installation installation(beside, programs);
    if (auto made = installation.make_keys(); !made) return fail(made.error());
    if (auto saved = installation.save_keys(); !saved) return fail(saved.error());
    std::error_code error;
    fs::rename(beside.root, layout.root, error);
    if (error)
        return fail(Error::environment("rename " + beside.root.string() + ": " + error.message()));
    return open(layout, programs);
}

Result<Installation> Installation::open(const Layout& layout, const Programs& programs) {
    Installation installation(layout, programs);
    if (auto loaded = installation.load_keys(); !loaded) return fail(loaded.error());
    return installation;
}

Result<void> Installation::make_keys() {
    const auto log = layout_.log("setup");
    const auto keys = call_program(
        {programs_.central, {"init", "--data", layout_.central().string(), "--demo"}, log});
    if (!keys) return fail(keys.error());
    session_key_ = text_of(*keys, "session_key");
    // Neither pages nor port matter yet, only the keys.
    if (auto written = configure_box({.web = layout_.root}); !written) return written;
    const auto box =
        call_program({programs_.box, {"identity", "--config", layout_.box_config().string()}, log});
    if (!box) return fail(box.error());
    box_key_ = text_of(*box, "signing_key");
    return enrol_box();
}

/// As a technician does who carries two files on a stick.
Result<void> Installation::enrol_box() const {
    const auto log = layout_.log("setup");
    const auto request = layout_.sessions() / "box.request.json";
    const auto asked = call_program(
        {programs_.box,
         {"request", "--config", layout_.box_config().string(), "--out", request.string()},
         log});
    if (!asked) return fail(asked.error());
    const auto enrolled =
        call_program({programs_.central,
                      {"enrol", "--data", layout_.central().string(), "--request", request.string(),
                       "--box", kBoxName, "--out", (layout_.inbox() / "certificate.json").string()},
                      log});
    if (!enrolled) return fail(enrolled.error());
    const auto known = run_program(
        {programs_.central,
         {"enrol-box", "--data", layout_.central().string(), "--name", kBoxName, "--key", box_key_},
         log});
    if (!known) return fail(known.error());
    return {};
}

Result<void> Installation::save_keys() const {
    const auto text =
        json::write(json::Object{{"session_key", session_key_}, {"box_key", box_key_}});
    return write_file(layout_.keys(), as_bytes(text));
}

Result<void> Installation::load_keys() {
    const auto bytes = read_file(layout_.keys(), kKeysBytesMax);
    if (!bytes) return fail(bytes.error());
    if (!is_there(layout_.root_document()))
        return fail(Error::environment(layout_.root.string() +
                                       " was made by an earlier version: remove it, and everything "
                                       "begins again"));
    const auto value = json::read(as_text(*bytes));
    if (!value) return fail(Error(value.error()).with_context(layout_.keys().string()));
    json::Fields fields(*value);
    session_key_ = fields.text("session_key", kKeyTextMax);
    box_key_ = fields.text("box_key", kKeyTextMax);
    return fields.finished(layout_.keys().string());
}

Result<seal::Root> Installation::root() const {
    const auto bytes = read_file(layout_.root_document(), limits::manifest_bytes_max);
    if (!bytes) return fail(bytes.error());
    return seal::open_root(as_text(*bytes));
}

Result<void> Installation::configure_box(BoxSettings settings) const {
    settings.name = kBoxName;
    settings.data = layout_.box();
    settings.web = whole_path(settings.web);
    settings.root = layout_.root_document();
    return write_file(layout_.box_config(), as_bytes(box_config(settings)));
}

/// The hash of the pack on the shelf that has this content; empty when there is none.
Result<std::string> Installation::find_pack(const authoring::ClearPack& clear,
                                            const seal::Root& root) const {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(layout_.central_packs(), error)) {
        const auto named = pack::verify(entry.path(), root.keys(seal::Role::content));
        if (named && named->manifest.is_same_content(clear.manifest)) return to_hex(named->hash);
    }
    if (error)
        return fail(Error::environment("read " + layout_.central_packs().string() + ": " +
                                       error.message()));
    return std::string{};
}

Result<authoring::CompiledPack> Installation::seal_pack(const authoring::ClearPack& clear,
                                                        const seal::Root& root) const {
    std::vector<seal::SigningKey> keys;
    for (const auto* name : {"content", "content-2"}) {
        auto key = seal::SigningKey::load(layout_.central_key(name));
        if (!key) return fail(std::move(key.error()));
        keys.push_back(std::move(*key));
    }
    seal::SystemEntropy entropy;
    return authoring::seal_pack(clear, {keys, root.escrows()}, entropy);
}

/// On both shelves, each time beside the place and then renamed into it: no half of a pack.
Result<void> Installation::shelve(const authoring::CompiledPack& pack) const {
    for (const auto& shelf : {layout_.central_packs(), layout_.box_packs()}) {
        const auto beside = layout_.root / "pack.tmp";
        if (auto removed = remove_folder(beside); !removed) return removed;
        if (auto written = authoring::write_pack(pack, beside); !written) return written;
        std::error_code error;
        fs::rename(beside, shelf / to_hex(pack.hash), error);
        if (error)
            return fail(Error::environment("rename " + beside.string() + ": " + error.message()));
    }
    return {};
}

Result<InstalledPack> Installation::install_pack(const fs::path& source_folder) const {
    const auto source = authoring::read_source(source_folder);
    if (!source) return fail(told(source.error()));
    const auto clear = authoring::compile(*source);
    const auto trusted = root();
    if (!trusted) return fail(trusted.error());
    const auto found = find_pack(clear, *trusted);
    if (!found) return fail(found.error());
    if (!found->empty()) return InstalledPack{layout_.central_packs() / *found, *found};
    const auto sealed = seal_pack(clear, *trusted);
    if (!sealed) return fail(sealed.error());
    if (auto shelved = shelve(*sealed); !shelved) return fail(std::move(shelved.error()));
    const auto hash = to_hex(sealed->hash);
    return InstalledPack{layout_.central_packs() / hash, hash};
}

Result<pack::Pack> Installation::open_pack(const InstalledPack& pack) const {
    const auto trusted = root();
    if (!trusted) return fail(trusted.error());
    const auto escrow = seal::EncryptionKey::load(layout_.escrow_key());
    if (!escrow) return fail(escrow.error());
    return pack::open(pack.folder, trusted->keys(seal::Role::content), *escrow);
}

Result<json::Value> Installation::authorise(const InstalledPack& pack, const SessionPlan& plan,
                                            const fs::path& roster) const {
    return call_program(
        {programs_.central,
         {"authorise", "--data", layout_.central().string(), "--pack", pack.folder.string(),
          "--roster", roster.string(), "--box", kBoxName, "--number", plan.number,
          "--max-candidates", std::to_string(plan.candidates_max)},
         layout_.log("setup")});
}

Result<OpenedSession> Installation::open_session(const InstalledPack& pack,
                                                 const SessionPlan& plan) const {
    const auto roster = layout_.sessions() / (plan.number + ".csv");
    if (auto written = write_file(roster, as_bytes(plan.roster)); !written)
        return fail(written.error());
    const auto authorised = authorise(pack, plan, roster);
    if (!authorised) return fail(authorised.error());
    const auto created = call_program(
        {programs_.box,
         {"create-session", "--config", layout_.box_config().string(), "--parcel",
          text_of(*authorised, "parcel"), "--site", "Lycée de démonstration", "--room", "Salle 101",
          "--date", plan.date, "--time", plan.time, "--examiner", "Alix Exemple"},
         layout_.log("setup")});
    if (!created) return fail(created.error());
    return OpenedSession{text_of(*created, "session"),
                         text_of(*created, "number"),
                         text_of(*created, "access_code"),
                         text_of(*created, "invigilator_password"),
                         codes_of(*created),
                         text_of(*authorised, "code")};
}

}  // namespace preau::tool
