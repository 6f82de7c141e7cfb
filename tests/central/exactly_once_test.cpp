// SPDX-License-Identifier: Apache-2.0
#include "central/ingest_log.hpp"
#include "central/postgresql.hpp"
#include "record/content.hpp"
#include "seal/hash.hpp"
#include "seal/merkle.hpp"
#include "support/catch.hpp"
#include "unit/central/taken_in.hpp"

#include <sys/wait.h>
#include <unistd.h>

using namespace preau;

namespace {

constexpr int kProcesses = 2;
constexpr int kDeliveriesEach = 40;

std::int64_t number(test::Platform& platform, const std::string& sql) {
    return platform.sessions().connection().query(sql).value()[0].integer(0);
}

/// What a process of the platform's own answers to that many deliveries of the bundle, one receipt
/// for each line.
void deliver_in_a_process(const std::string& database, const std::filesystem::path& folder,
                          const Bytes& bundle, int answers) {
    test::SeededEntropy entropy(static_cast<std::uint64_t>(::getpid()));
    auto opened = central::Register::open(database, entropy);
    if (!opened) ::_exit(2);
    test::ManualClock clock;
    const test::Platform elsewhere;  // its keys and pack are the same everywhere
    const central::Blobs blobs(folder / "blobs");
    auto content = record::content_of(test::sealed_room().pack());
    central::Ingest ingest({elsewhere.keys(), *opened, blobs,
                            [&](const Hash&) -> const exam::Content* { return &content; }, clock});
    for (int i = 0; i < kDeliveriesEach; ++i) {
        const auto receipt = ingest.take(seal::sha256(bundle), bundle);
        const auto line =
            (receipt ? to_hex(seal::sha256(as_bytes(*receipt))) : receipt.error().detail) + "\n";
        if (::write(answers, line.data(), line.size()) < 0) ::_exit(3);
    }
    ::_exit(0);
}

std::string read_all(int file) {
    std::string all;
    char part[4096];
    for (ssize_t count; (count = ::read(file, part, sizeof part)) > 0;)
        all.append(part, static_cast<std::size_t>(count));
    return all;
}

}  // namespace

TEST_CASE("B3: 80 deliveries to two processes at once are one session, one line, one receipt") {
    test::Platform platform(test::Postgresql::shared().make_database());
    auto parts = test::BundleParts(test::sealed_room());
    const auto bundle = parts.bytes(test::sealed_room().box().key);
    int answers[2];
    REQUIRE(::pipe(answers) == 0);
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
        const pid_t child = ::fork();
        if (child == 0)
            deliver_in_a_process(platform.database(), platform.folder(), bundle, answers[1]);
        children.push_back(child);
    }
    ::close(answers[1]);
    const auto told = read_all(answers[0]);
    ::close(answers[0]);
    for (const auto child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    const auto receipt = platform.sessions().receipt_of(seal::sha256(bundle)).value();
    REQUIRE(receipt);
    std::string expected;
    for (int i = 0; i < kProcesses * kDeliveriesEach; ++i)
        expected += to_hex(seal::sha256(as_bytes(*receipt))) + "\n";
    CHECK(told == expected);
    CHECK(number(platform, "SELECT count(seq) FROM event") ==
          static_cast<std::int64_t>(parts.entries.size()));
    CHECK(number(platform, "SELECT count(session) FROM exam_session") == 1);
    CHECK(number(platform, "SELECT count(candidate) FROM result") == 2);
    CHECK(number(platform, "SELECT count(id) FROM ingest_log") == 1);
}

TEST_CASE("B5: another journal is kept as evidence from its first record, in either database") {
    for (const auto& database : {std::string(), test::Postgresql::shared().make_database()}) {
        INFO(database);
        test::Platform platform(database);
        auto parts = test::BundleParts(test::sealed_room());
        const auto good = parts.bytes(test::sealed_room().box().key);
        const auto other =
            test::BundleParts(test::other_room()).bytes(test::sealed_room().box().key);
        REQUIRE(platform.verdict(good) == "accepted");
        CHECK(platform.verdict(other) == "session_contested");
        CHECK(platform.keeps(other));
        const auto rows = platform.sessions()
                              .connection()
                              .query("SELECT seq, kept, other FROM fork_evidence")
                              .value();
        REQUIRE(rows.size() == 1);
        const auto at = static_cast<std::size_t>(rows[0].integer(0));
        CHECK(to_bytes(rows[0].blob(1)) == to_bytes(parts.entries.at(at).leaf));
        CHECK(to_bytes(rows[0].blob(2)) != to_bytes(rows[0].blob(1)));
        CHECK(number(platform, "SELECT is_contested FROM exam_session") == 1);
        CHECK(platform.verdict(good) == "accepted");
    }
}

TEST_CASE("a journal that does not begin with what was cosigned before is contested, not stored") {
    test::Platform platform(test::Postgresql::shared().make_database());
    const auto session = test::sealed_room().authorisation().session;
    const auto bundle = test::BundleParts(test::sealed_room()).bytes(test::sealed_room().box().key);
    REQUIRE(platform.sessions().keep_checkpoint(session, {3, Hash{1}}, "note", {}));
    CHECK(platform.verdict(bundle) == "session_contested");
    CHECK_FALSE(platform.sessions().accepted(session).value());
}

TEST_CASE("the log of decisions is a tree that two growers make once, with a signed head") {
    for (const auto& database : {std::string(), test::Postgresql::shared().make_database()}) {
        INFO(database);
        test::Platform platform(database);
        const auto good =
            test::BundleParts(test::sealed_room()).bytes(test::sealed_room().box().key);
        const auto other =
            test::BundleParts(test::other_room()).bytes(test::sealed_room().box().key);
        const std::string origin = "preau.example/central/log";
        const auto& key = platform.keys().receipt;
        central::IngestLog log(platform.sessions().connection(), {origin, key}, platform.clock());
        CHECK(log.grow().value() == 0);
        CHECK(log.head().value().empty());
        REQUIRE(platform.verdict(good) == "accepted");
        CHECK(log.grow().value() == 1);
        const auto first = log.head().value();
        platform.verdict(other);
        platform.verdict(Bytes(100, 'x'));  // no bundle: nothing was kept, nothing decided
        CHECK(log.grow().value() == 1);
        CHECK(log.grow().value() == 0);
        const seal::VerifierKey verifier{origin, seal::NoteKeyType::ed25519, key.public_key()};
        const auto head = seal::verify_checkpoint(log.head().value(), verifier);
        const auto before = seal::verify_checkpoint(first, verifier);
        REQUIRE(head);
        REQUIRE(before);
        CHECK(head->size == 2);
        const auto leaves = log.leaves().value();
        CHECK(seal::verify_consistency({before->size, before->root}, {head->size, head->root},
                                       seal::consistency_proof(leaves, before->size)));
        const auto lines = platform.sessions()
                               .connection()
                               .query(
                                   "SELECT line FROM ingest_log_leaf JOIN ingest_log "
                                   "ON ingest_log.id = ingest_log_leaf.id ORDER BY position")
                               .value();
        REQUIRE(lines.size() == 2);
        CHECK(central::log_leaf(lines[0].text(0)) == leaves[0]);
        CHECK(lines[0].text(0).find("\"code\":\"accepted\"") != std::string::npos);
        CHECK(lines[1].text(0).find("\"code\":\"session_contested\"") != std::string::npos);
    }
}

TEST_CASE("what was given to PostgreSQL is kept from the program itself") {
    test::Platform platform(test::Postgresql::shared().make_database());
    REQUIRE(platform.verdict(
                test::BundleParts(test::sealed_room()).bytes(test::sealed_room().box().key)) ==
            "accepted");
    auto& connection = platform.sessions().connection();
    for (const auto* act :
         {"DELETE FROM bundle", "DELETE FROM event", "DELETE FROM event_3", "TRUNCATE event",
          "UPDATE event SET leaf = payload", "UPDATE receipt SET note = 'other'",
          "UPDATE ingest_log SET line = '{}'", "DELETE FROM ingest_log",
          "DELETE FROM ingest_log_leaf", "DELETE FROM fork_evidence"}) {
        INFO(act);
        CHECK_FALSE(connection.execute(act));
    }
    CHECK(connection.execute("UPDATE event SET payload = NULL, salt = NULL"));
}
