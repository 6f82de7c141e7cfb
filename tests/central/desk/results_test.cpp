// SPDX-License-Identifier: Apache-2.0
#include "central/desk/results.hpp"

#include "central/desk/desk_room.hpp"
#include "json/write.hpp"
#include "seal/publication.hpp"

using namespace preau;
using central::Act;
using central::Doubt;
using test::candidacy;
using test::DeskEngine;
using test::DeskRoom;

namespace {

const std::string kSchool = "0331234A";

DeskRoom desk() { return DeskRoom(GENERATE(DeskEngine::sqlite, DeskEngine::postgresql)); }

/// Status and score of a pupil's certification that counts.
std::string counts(DeskRoom& desk, const central::Pupil& pupil) {
    const auto found = desk.results().counting_of(pupil);
    if (!found) FAIL(found.error().message);
    if (!*found) return "nothing";
    const auto answer = central::certificate_check(**found);
    return json::write(*answer.find("status")) + json::write(*answer.find("pixScore"));
}

central::Pupil ada() { return {"ACC-1", "1234", kSchool, {"Lune", "Ada", "2010-05-01"}, false}; }

}  // namespace

TEST_CASE("nothing is readable of a session that is not accepted, or not published") {
    auto here = desk();
    REQUIRE(here.pupils.put(ada()));
    CHECK(counts(here, ada()) == "nothing");
    SessionId unknown;
    CHECK(here.refusal({.session = unknown, .act = Act::publish, .by = "x", .why = {}}) ==
          "session_unknown");
    const auto session = here.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1")});
    CHECK(counts(here, ada()) == R"("pending"0)");
    here.publish(session);
    CHECK(counts(here, ada()) == R"("validated"301)");
}

TEST_CASE("a decision is readable once it is published again, and the box gets the new results") {
    auto here = desk();
    const auto session = here.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1")});
    here.publish(session);
    here.decide(session, Act::reject_for_fraud);
    CHECK(counts(here, ada()) == R"("validated"301)");
    here.publish(session);
    CHECK(counts(here, ada()) == R"("rejected"0)");
    const auto name = central::publication_name(session);
    const auto file = here.documents.content("BOX-1", name);
    REQUIRE(*file);
    const auto key = test::role_keys().root().verifier(seal::Role::publication).key;
    const auto read = seal::open_publication(as_text(**file), key);
    REQUIRE(read);
    CHECK(read->version == 2);
    CHECK(read->number == "101");
    CHECK(read->certifications.front().status == "rejected");
    CHECK(read->certifications.front().comment == "fraud");
    CHECK(read->certifications.front().levels.empty());
    CHECK(here.documents.list("BOX-1")->size() == 1);
    CHECK(here.documents.list("BOX-2")->empty());
    CHECK_FALSE(*here.documents.content("BOX-2", name));
}

TEST_CASE("the last exam counts whichever bundle came first") {
    for (const bool earlier_first : {true, false}) {
        auto here = DeskRoom(DeskEngine::sqlite);
        const std::int64_t first_day = earlier_first ? 0 : 7;
        const auto a = here.session(1, first_day, kSchool, {candidacy(1, "Ada", "ACC-1")});
        const auto b = here.session(2, 7 - first_day, kSchool, {candidacy(2, "Ada", "ACC-1")});
        here.publish(a);
        here.publish(b);
        CHECK(counts(here, ada()) == (earlier_first ? R"("validated"302)" : R"("validated"301)"));
    }
}

TEST_CASE("a retake that is not published yet makes the answer pending") {
    auto here = desk();
    here.publish(here.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1")}));
    here.session(2, 7, kSchool, {candidacy(2, "Ada", "ACC-1")});
    CHECK(counts(here, ada()) == R"("pending"0)");
    CHECK(here.results().of_account("ACC-1")->size() == 2);
}

TEST_CASE("a cancelled retake is for the jury, whose choice counts once it is published") {
    auto here = desk();
    const auto a = here.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1")});
    const auto b = here.session(2, 7, kSchool, {candidacy(2, "Ada", "ACC-1")});
    here.publish(a);
    here.decide(b, Act::cancel, 2);
    here.publish(b);
    CHECK(counts(here, ada()) == R"("pending"0)");
    const auto pairs = here.results().open_pairs(b);
    REQUIRE(pairs->size() == 1);
    CHECK(pairs->front().doubt == Doubt::retake_not_validated);

    const central::AttemptId first{a, {1}}, second{b, {2}};
    const auto done = here.jury.decide({.session = a,
                                        .act = Act::settle,
                                        .candidate = CandidateNumber{1},
                                        .by = "M. Bon",
                                        .why = "annulée pour une panne",
                                        .settlement = central::Settlement{{first, second}, first}});
    REQUIRE(done);
    CHECK(counts(here, ada()) == R"("pending"0)");
    here.publish(a);
    CHECK(counts(here, ada()) == R"("validated"301)");
    CHECK(here.results().open_pairs(b)->empty());
}

TEST_CASE("a session with a contested journal, or with something to confirm, is not published") {
    auto here = desk();
    const auto session = here.session(1, 0, kSchool, {candidacy(1, "Ada")});
    const central::Proposal publish{.session = session, .act = Act::publish, .by = "x", .why = {}};
    REQUIRE(here.database().run("UPDATE exam_session SET is_contested = 1"));
    CHECK(here.refusal(publish) == "session_contested");
    REQUIRE(here.database().run("UPDATE exam_session SET is_contested = 0, to_confirm = $1",
                                R"([{"candidate":1,"what":"enrolled_late"},{"what":"window"}])"));
    CHECK(here.refusal(publish) == "to_confirm");
    here.decide(session, Act::confirm);
    auto whole = publish;
    whole.act = Act::confirm;
    whole.why = "vu avec l’établissement";
    CHECK(here.refusal(whole) == "none");
    CHECK(here.refusal(publish) == "none");
}

TEST_CASE("a decision that was changed in the database is noticed, and nothing is answered") {
    DeskRoom here(DeskEngine::sqlite);
    const auto session = here.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1")});
    here.decide(session, Act::cancel);
    here.publish(session);
    CHECK_FALSE(here.database().run("UPDATE jury_decision SET number = 3 WHERE number = 1"));
    CHECK_FALSE(here.database().run("DELETE FROM jury_decision"));
    REQUIRE(here.database().execute("DROP TRIGGER jury_decision_is_kept"));
    REQUIRE(here.database().run("DELETE FROM jury_decision WHERE number = 1"));
    CHECK_FALSE(here.jury.open(session));
    CHECK_FALSE(here.results().counting_of(ada()));
}

TEST_CASE("a school's report has one line for each person, with or without an account") {
    auto here = desk();
    REQUIRE(here.pupils.put(ada()));
    REQUIRE(here.pupils.put({"", "555", kSchool, {"LÜNE", "Bob", "2010-05-01"}, false}));
    const auto a = here.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1"), candidacy(2, "bob")});
    const auto b = here.session(2, 7, kSchool, {candidacy(3, "Bob")});
    auto absent = candidacy(4, "Eve");
    absent.has_started = false;
    const auto c = here.session(3, 7, "0750001B", {candidacy(5, "Ada", "ACC-1"), absent});
    for (const auto& session : {a, b, c}) here.publish(session);
    const auto report = here.results().of_school(kSchool);
    REQUIRE(report);
    REQUIRE(report->size() == 2);
    const auto answer = json::write(central::school_report(*report));
    CHECK(answer.find(R"("nationalStudentId":"1234","status":"validated","pixScore":305)") !=
          std::string::npos);
    CHECK(answer.find(R"("nationalStudentId":"555","status":"validated","pixScore":303)") !=
          std::string::npos);
    CHECK(here.results().of_school("0000000X")->empty());
}

TEST_CASE("a verification code gives that very certification") {
    auto here = desk();
    const auto session = here.session(1, 0, kSchool, {candidacy(1, "Ada")});
    here.publish(session);
    CHECK((*here.results().with_code("P-2346BCDG"))->id.candidate.value == 1);
    CHECK_FALSE(*here.results().with_code("P-22222222"));
}

TEST_CASE("a pupil is who has the account or the INE, and chooses what Parcoursup sees") {
    auto here = desk();
    REQUIRE(here.pupils.put(ada()));
    CHECK_FALSE(*here.pupils.share_level("ACC-9", true));
    CHECK(*here.pupils.share_level("ACC-1", true));
    auto corrected = ada();
    corrected.identity.first_name = "Adèle";
    corrected.ine.clear();
    REQUIRE(here.pupils.put(corrected));
    const auto found = here.pupils.with_ine("1234");
    REQUIRE(*found);
    CHECK((*found)->identity.first_name == "Adèle");
    CHECK((*found)->shares_level);
    REQUIRE(here.pupils.put({"ACC-2", "5678", kSchool, {"Noé", "Tom", "2010-01-01"}, false}));
    CHECK_FALSE(here.pupils.put({"ACC-2", "1234", kSchool, {"Noé", "Tom", "2010-01-01"}, false}));
    CHECK_FALSE(here.pupils.put({"ACC-3", "", kSchool, {"Noé", "Tom", "2010-13-01"}, false}));
    CHECK(here.pupils.with_identity(kSchool, {"NOE", "tom", "2010-01-01"})->size() == 1);
    CHECK_FALSE(central::read_pupil(R"({"uai":"x","first_name":"a","birthdate":"2010-01-01"})"));
    CHECK(central::read_pupil(
        R"({"ine":"1","uai":"x","last_name":"b","first_name":"a","birthdate":"2010-01-01"})"));
}
