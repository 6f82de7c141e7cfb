// SPDX-License-Identifier: Apache-2.0
#include "central/desk/desk_commands.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "central/desk/access.hpp"
#include "central/desk/answers.hpp"
#include "central/desk/published_documents.hpp"
#include "central/keys.hpp"
#include "central/schema.hpp"
#include "central/sql/open.hpp"
#include "json/read.hpp"
#include "seal/hash.hpp"

namespace preau::central {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRequestBytesMax = 16 * 1024;
constexpr std::size_t kRosterBytesMax = 1024 * 1024;
constexpr std::size_t kPupilsBytesMax = 256u * 1024 * 1024;
constexpr Duration kDay = minutes(24 * 60);
constexpr Duration kClockTolerance = minutes(60);  // between the platform's clock and a box's
constexpr Duration kSyncTokenLasts{400 * kDay.ms};

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

Failure<Error> refused(const Refused& refused) {
    const auto kind =
        refused.why == NotEnrolled::storage_failed ? ErrorKind::environment : ErrorKind::malformed;
    return fail(Error{kind, refused.detail});
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) return {};
    return fail(Error::environment("create " + folder.string() + ": " + error.message()));
}

std::string database_url(const Workplace& workplace) {
    return workplace.database.empty() ? database_in(workplace.data) : workplace.database;
}

}  // namespace

OpenedDesk::OpenedDesk(const Workplace& workplace, RoleKeys opened_keys,
                       std::unique_ptr<sql::Connection> connection)
    : data(workplace.data),
      keys(std::move(opened_keys)),
      database(std::move(connection)),
      enrolment({*database, keys, clock, entropy}),
      documents(*database, {}, clock),
      jury({*database, keys, documents, clock}),
      pupils(*database, entropy) {}

Result<std::unique_ptr<OpenedDesk>> OpenedDesk::open(const Workplace& workplace) {
    auto keys = RoleKeys::load(workplace.data);
    if (!keys) return fail(std::move(keys.error()));
    auto database = sql::open(database_url(workplace), central_schema());
    if (!database) return fail(std::move(database.error()));
    return std::unique_ptr<OpenedDesk>(
        new OpenedDesk(workplace, std::move(*keys), std::move(*database)));
}

Printed begin_platform(const Workplace& workplace, seal::Purpose purpose) {
    seal::SystemEntropy entropy;
    SystemClock clock;
    auto keys = RoleKeys::settle(workplace.data, purpose, clock, entropy);
    if (!keys) return fail(std::move(keys.error()));
    // The rest: what signs the platform's own log is in no root document.
    if (auto rest = Keys::settle(workplace.data, entropy); !rest)
        return fail(std::move(rest.error()));
    auto desk = OpenedDesk::open(workplace);
    if (!desk) return fail(std::move(desk.error()));
    auto& opened = **desk;
    const auto now = clock.wall_now();
    if (auto published = publish_root(*opened.database, opened.keys, now); !published)
        return fail(std::move(published.error()));
    const auto first = latest_document(*opened.database, "timestamp");
    if (!first) return fail(first.error());
    if (!*first)
        if (auto made = publish_timestamp(*opened.database, opened.keys, {}, now); !made)
            return fail(std::move(made.error()));
    if (auto closed = opened.database->close(); !closed) return fail(std::move(closed.error()));
    const auto& root = opened.keys.root();
    return json::Value(
        json::Object{{"root", RoleKeys::root_file(workplace.data).string()},
                     {"purpose", root.purpose == seal::Purpose::demo ? "demo" : "production"},
                     {"session_key", to_hex(root.verifier(seal::Role::session).key)},
                     {"content_key", to_hex(root.verifier(seal::Role::content).key)},
                     {"receipt_key", root.verifier(seal::Role::receipt).text()}});
}

Printed give_enrolment_code(OpenedDesk& desk, const std::string& box, const std::string& uai) {
    auto code = desk.enrolment.give_code(box, uai);
    if (!code) return fail(std::move(code.error()));
    return json::Value(json::Object{{"box", box},
                                    {"uai", uai},
                                    {"code", *code},
                                    {"expires", to_iso8601(desk.clock.wall_now() + kDay)}});
}

Printed enrol_from_file(OpenedDesk& desk, const EnrolOptions& options) {
    const auto request = read_file(options.request, kRequestBytesMax);
    if (!request) return fail(request.error());
    if (options.code.empty() == options.box.empty())
        return refuse("name the box with --box, or give its one-time code with --code");
    const auto envelope = options.box.empty()
                              ? desk.enrolment.enrol(as_text(*request), options.code)
                              : desk.enrolment.enrol_by_hand(as_text(*request), options.box);
    if (!envelope) return refused(envelope.error());
    const auto certificate = seal::open_certificate(*envelope, desk.keys.root());
    if (!certificate) return fail(certificate.error());
    if (auto left = desk.documents.put(certificate->box, "certificate.json", as_bytes(*envelope));
        !left)
        return fail(std::move(left.error()));
    if (!options.out.empty())
        if (auto written = write_file(options.out, as_bytes(*envelope)); !written)
            return fail(std::move(written.error()));
    Access access(*desk.database, desk.clock, desk.entropy);
    auto token = access.give(certificate->box, {Scope::sync}, kSyncTokenLasts);
    if (!token) return fail(std::move(token.error()));
    return json::Value(json::Object{{"box", certificate->box},
                                    {"uai", certificate->uai},
                                    {"expires", to_iso8601(certificate->not_after)},
                                    {"certificate", *envelope},
                                    {"sync_token", *token}});
}

Printed revoke_box(OpenedDesk& desk, const RevokeOptions& options) {
    auto since = Result<WallTime>(desk.clock.wall_now());
    if (!options.since.empty()) since = from_iso8601(options.since);
    if (!since) return refuse("--since is written 2026-11-24T09:00:00.000Z");
    if (auto done = desk.enrolment.revoke(options.box, *since, options.reason, options.by); !done)
        return fail(std::move(done.error()));
    return make_timestamp(desk, {});
}

Result<std::vector<seal::CurrentPack>> packs_in(const fs::path& folder, const RoleKeys& keys) {
    std::vector<seal::CurrentPack> packs;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        auto pack = shelved_pack(at->path(), keys);
        if (!pack) return fail(std::move(pack.error()).with_context(at->path().string()));
        const auto size = fs::file_size(at->path() / "pack.json", error);
        packs.push_back({pack->id, pack->version, pack->hash, size});
    }
    if (error) return fail(Error::environment("read " + folder.string() + ": " + error.message()));
    return packs;
}

Printed make_timestamp(OpenedDesk& desk, const TimestampOptions& options) {
    Current current;
    if (!options.minimum_software.empty()) current.minimum_software = options.minimum_software;
    auto revoked = desk.enrolment.revocations();
    if (!revoked) return fail(std::move(revoked.error()));
    current.revoked = std::move(*revoked);
    // What the last one said of packs stays, unless a shelf is named.
    const auto last = latest_document(*desk.database, "timestamp");
    if (!last) return fail(last.error());
    if (*last && options.packs.empty()) {
        const auto read = seal::open_timestamp(**last, desk.keys.root());
        if (!read) return fail(read.error());
        current.packs = read->packs;
        if (options.minimum_software.empty()) current.minimum_software = read->minimum_software;
    }
    if (!options.packs.empty()) {
        auto packs = packs_in(options.packs, desk.keys);
        if (!packs) return fail(std::move(packs.error()));
        current.packs = std::move(*packs);
    }
    const auto made =
        publish_timestamp(*desk.database, desk.keys, std::move(current), desk.clock.wall_now());
    if (!made) return fail(made.error());
    return json::Value(json::Object{{"version", made->version},
                                    {"expires", to_iso8601(made->expires)},
                                    {"packs", made->packs.size()},
                                    {"revoked", made->revoked.size()}});
}

Printed install_root(OpenedDesk& desk, const fs::path& next) {
    const auto bytes = read_file(next, limits::manifest_bytes_max);
    if (!bytes) return fail(bytes.error());
    if (auto done = replace_root(*desk.database, desk.data, desk.keys, as_text(*bytes),
                                 desk.clock.wall_now());
        !done)
        return fail(std::move(done.error()));
    return json::Value(json::Object{{"version", desk.keys.root().version + 1}});
}

Printed authorise_session(OpenedDesk& desk, AuthoriseSession options) {
    if (fs::exists(options.out))
        return refuse(options.out.string() + " exists: an authorisation is never overwritten");
    auto roster = read_file(options.roster, kRosterBytesMax);
    if (!roster) return fail(std::move(roster.error()));
    options.order.roster = std::move(*roster);
    const auto box = desk.enrolment.find(options.order.boxes.front());
    if (!box) return fail(box.error());
    if (!*box)
        return refuse("box " + options.order.boxes.front() +
                      " is not enrolled: preau-central enrol");
    const auto pack = shelved_pack(options.pack, desk.keys);
    if (!pack) return fail(pack.error());
    const auto now = desk.clock.wall_now();
    options.order.not_before = now + (Duration{} - kClockTolerance);
    options.order.not_after = now + Duration{options.days * kDay.ms};
    Authorising authorising(
        {*desk.database, desk.keys, desk.enrolment, desk.documents, desk.clock, desk.entropy});
    const auto made = authorising.authorise(options.order, *pack);
    if (!made) return fail(made.error());
    const auto folder = desk.data / "parcels";
    if (auto there = make_folder(folder); !there) return fail(std::move(there.error()));
    const auto parcel = folder / parcel_name(made->authorisation.session);
    if (auto written = write_file(parcel, made->parcel); !written)
        return fail(std::move(written.error()));
    if (!options.out.empty())
        if (auto written = write_file(options.out, as_bytes(made->envelope)); !written)
            return fail(std::move(written.error()));
    json::Array local(made->authorisation.local.numbers.begin(),
                      made->authorisation.local.numbers.end());
    return json::Value(json::Object{{"session", made->authorisation.session.hex()},
                                    {"number", made->authorisation.number},
                                    {"parcel", parcel.string()},
                                    {"code", made->day_code},
                                    {"local", std::move(local)}});
}

namespace {

Result<void> write_to_stick(const fs::path& folder, const std::string& name, ByteView content) {
    const auto file = folder / name;
    if (auto made = make_folder(file.parent_path()); !made) return made;
    return write_file(file, content);
}

/// What every box needs, whatever its sessions: whom to believe, and what is revoked.
Result<void> write_current(OpenedDesk& desk, const fs::path& folder) {
    for (const auto* kind : {"root", "timestamp"}) {
        const auto document = latest_document(*desk.database, kind);
        if (!document) return fail(document.error());
        if (!*document) continue;
        if (auto written =
                write_to_stick(folder, std::string(kind) + ".json", as_bytes(**document));
            !written)
            return written;
    }
    return {};
}

}  // namespace

Printed give_documents(OpenedDesk& desk, const DocumentsOptions& options) {
    Documents documents(*desk.database, options.packs, desk.clock);
    const auto rows = documents.list(options.box);
    if (!rows) return fail(rows.error());
    const bool writes = !options.out.empty();
    if (writes)
        if (auto written = write_current(desk, options.out); !written)
            return fail(std::move(written.error()));
    json::Array listed;
    for (const auto& row : *rows) {
        listed.push_back(
            json::Object{{"name", row.name}, {"sha256", to_hex(row.sha256)}, {"size", row.size}});
        if (!writes) continue;
        const auto content = documents.content(options.box, row.name);
        if (!content) return fail(content.error());
        if (auto written = write_to_stick(options.out, row.name, **content); !written)
            return fail(std::move(written.error()));
    }
    return json::Value(std::move(listed));
}

Printed add_pupils(OpenedDesk& desk, const fs::path& file) {
    const auto bytes = read_file(file, kPupilsBytesMax);
    if (!bytes) return fail(bytes.error());
    std::int64_t count = 0;
    std::string_view rest = as_text(*bytes);
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.empty()) continue;
        const auto where = "line " + std::to_string(count + 1);
        const auto pupil = read_pupil(line);
        if (!pupil) return fail(Error(pupil.error()).with_context(where));
        if (auto put = desk.pupils.put(*pupil); !put)
            return fail(std::move(put.error()).with_context(where));
        ++count;
    }
    return json::Value(json::Object{{"pupils", count}});
}

Printed give_token(OpenedDesk& desk, const TokenOptions& options) {
    Scopes scopes;
    for (const auto& text : options.scopes) {
        const auto scope = scope_from_word(text);
        if (!scope) return refuse("no scope of that name: " + text);
        scopes.insert(*scope);
    }
    Access access(*desk.database, desk.clock, desk.entropy);
    auto token = access.give(options.holder, scopes, Duration{options.days * kDay.ms});
    if (!token) return fail(std::move(token.error()));
    return json::Value(json::Object{{"holder", options.holder}, {"token", *token}});
}

Printed take_back_tokens(OpenedDesk& desk, const std::string& holder) {
    Access access(*desk.database, desk.clock, desk.entropy);
    const auto ended = access.take_back(holder);
    if (!ended) return fail(ended.error());
    return json::Value(json::Object{{"holder", holder}, {"ended", *ended}});
}

}  // namespace preau::central
