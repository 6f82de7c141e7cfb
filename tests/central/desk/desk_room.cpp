// SPDX-License-Identifier: Apache-2.0
#include "central/desk/desk_room.hpp"

#include "central/desk/tables.hpp"
#include "central/postgresql.hpp"
#include "central/sql/open.hpp"

namespace preau::test {

namespace {

constexpr Duration kDay = minutes(24 * 60);
const WallTime kFirstDay{1'789'948'800'000};  // a midnight

// What ingestion keeps of an accepted session, as far as the desk reads it.
constexpr char kSessions[] =
    "CREATE TABLE exam_session (session BYTEA NOT NULL PRIMARY KEY, is_contested BIGINT NOT NULL, "
    "to_confirm TEXT NOT NULL, accepted_at BIGINT NOT NULL);"
    "CREATE TABLE bundle (sha256 BYTEA NOT NULL PRIMARY KEY, received_at BIGINT NOT NULL, "
    "session BYTEA, box TEXT, state TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, "
    "changed_at BIGINT NOT NULL);"
    "CREATE TABLE upload (sha256 BYTEA NOT NULL PRIMARY KEY, session BYTEA NOT NULL);"
    "CREATE TABLE authorisation (session BYTEA NOT NULL PRIMARY KEY, number TEXT NOT NULL, "
    "envelope TEXT NOT NULL, roster BYTEA NOT NULL, made_at BIGINT NOT NULL);";

std::unique_ptr<central::sql::Connection> opened(DeskEngine engine, const TempDir& folder) {
    auto tables = central::desk_tables();
    tables.insert(tables.begin(), central::sql::Part{{}, kSessions});
    const central::sql::Schema schema{
        .name = "desk's test",
        .application_id = 0x5445'5354,
        .current = tables,
        .migrations = {tables},
        .first_damage = [](sqlite::Connection&) { return std::string(); }};
    const auto url = engine == DeskEngine::sqlite ? "sqlite:" + folder.file("desk.db")
                                                  : Postgresql::shared().make_database();
    auto connection = central::sql::open(url, schema);
    if (!connection) FAIL(connection.error().message);
    return std::move(*connection);
}

ByteArray<32> filled(std::uint8_t byte) {
    ByteArray<32> seed;
    seed.fill(byte);
    return seed;
}

WallTime day(std::int64_t n) { return kFirstDay + Duration{n * kDay.ms}; }

}  // namespace

const central::RoleKeys& role_keys() {
    static const TempDir folder;
    static const central::RoleKeys keys = [] {
        ManualClock clock;
        SeededEntropy entropy(1);
        auto made = central::RoleKeys::settle(folder.path(), seal::Purpose::demo, clock, entropy);
        if (!made) FAIL(made.error().message);
        return std::move(*made);
    }();
    return keys;
}

BoxKeys::BoxKeys(std::uint8_t seed)
    : signing(seal::SigningKey::from_seed(filled(seed))),
      encryption(seal::EncryptionKey::from_secret(filled(seed))) {}

std::string BoxKeys::request(const std::string& uai) const {
    return seal::sign_request({.signing = signing.public_key(),
                               .encryption = encryption.recipient(),
                               .hardware = "0000-1111",
                               .uai = uai,
                               .software = "0.1.0",
                               .created = kFirstDay,
                               .replaces = {}},
                              signing);
}

std::string BoxKeys::rotation_from(const BoxKeys& old_keys, const std::string& uai) const {
    auto request = seal::sign_rotation({.signing = signing.public_key(),
                                        .encryption = encryption.recipient(),
                                        .hardware = "0000-1111",
                                        .uai = uai,
                                        .software = "0.1.0",
                                        .created = kFirstDay,
                                        .replaces = old_keys.signing.public_key()},
                                       old_keys.signing, signing);
    REQUIRE(request);
    return *request;
}

DeskRoom::DeskRoom(DeskEngine engine)
    : database_(opened(engine, folder)),
      documents(*database_, folder.path() / "packs", clock),
      jury({*database_, role_keys(), documents, clock}),
      pupils(*database_, entropy),
      enrolment({*database_, role_keys(), clock, entropy}) {}

SessionId DeskRoom::session(std::uint8_t id, std::int64_t n, const std::string& uai,
                            std::vector<central::Candidacy> candidacies) {
    SessionId session;
    session.bytes.fill(id);
    const auto from = day(n) + minutes(8 * 60);
    REQUIRE(database().run(
        "INSERT INTO authorised_session (session, number, uai, campaign, centre, box, not_before, "
        "not_after, max_candidates, pack, made_at) "
        "VALUES ($1, $2, $3, '', 'Collège', 'BOX-1', $4, $5, 30, $6, 0)",
        session, std::to_string(100 + id), uai, from.ms, (from + minutes(12 * 60)).ms, filled(id)));
    REQUIRE(
        database().run("INSERT INTO exam_session (session, is_contested, to_confirm, accepted_at) "
                       "VALUES ($1, 0, '[]', $2)",
                       session, clock.wall_now().ms));
    for (auto& one : candidacies) {
        one.started = from + minutes(60);
        one.quality = ClockQuality::ntp;
    }
    REQUIRE(central::Candidacies(database()).add(session, uai, candidacies));
    return session;
}

void DeskRoom::decide(const SessionId& session, central::Act act, std::uint32_t candidate) {
    clock.pass(minutes(1));
    const auto done = jury.decide({.session = session,
                                   .act = act,
                                   .candidate = CandidateNumber{candidate},
                                   .by = "Mme Arnaud",
                                   .why = "raison"});
    if (!done) FAIL(done.error().code + " " + done.error().detail);
}

void DeskRoom::publish(const SessionId& session) {
    clock.pass(minutes(1));
    const auto done =
        jury.decide({.session = session, .act = central::Act::publish, .by = "M. Bon", .why = {}});
    if (!done) FAIL(done.error().code + " " + done.error().detail);
}

std::string DeskRoom::refusal(const central::Proposal& proposal) {
    const auto done = jury.decide(proposal);
    return done ? std::string("none") : done.error().code;
}

central::Candidacy candidacy(std::uint32_t number, const std::string& first_name,
                             const std::string& account) {
    central::Candidacy out;
    out.number = {number};
    out.identity = {"Lune", first_name, "2010-05-01"};
    out.account = account;
    out.verification_code = "P-2346BCD" + std::string(1, "FGHJKMPQ"[number % 8]);
    out.has_started = true;
    out.scored = {{}, 300 + static_cast<int>(number), {{"1.1", 2}}};
    return out;
}

}  // namespace preau::test
