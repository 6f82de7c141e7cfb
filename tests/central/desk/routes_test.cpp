// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "central/desk/published_documents.hpp"
#include "central/desk/served_desk.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

using namespace preau;
using central::Act;
using central::Scope;
using http::Method;
using test::BoxKeys;
using test::candidacy;
using test::ServedDesk;

namespace {

const std::string kSchool = "0331234A";

std::string member(const http::Response& response, std::string_view name) {
    const auto value = json::read(response.body);
    if (!value) FAIL(response.status << " " << response.body);
    const auto* found = value->find(name);
    if (found == nullptr) FAIL("no " << name << " in " << response.body);
    return found->text() != nullptr ? *found->text() : json::write(*found);
}

std::string enrolment_body(const std::string& request, const std::string& code) {
    return json::write(json::Object{{"request", request}, {"code", code}});
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a box enrols online, and its token opens its own documents only") {
    ServedDesk desk;
    const BoxKeys box(11), other(12);
    const auto code = desk.enrolment.give_code("BOX-1", kSchool).value();
    const auto body = enrolment_body(box.request(kSchool), code);
    CHECK(member(desk.ask(Method::post, "/v1/enrolments", "{}"), "code") == "request_malformed");
    CHECK(
        member(desk.ask(Method::post, "/v1/enrolments", enrolment_body(box.request(kSchool), "x")),
               "code") == "code_refused");
    const auto done = desk.ask(Method::post, "/v1/enrolments", body);
    REQUIRE(done.status == 200);
    CHECK(seal::open_certificate(member(done, "certificate"), test::role_keys().root()));
    const auto token = member(done, "sync_token");

    REQUIRE(desk.documents.put("BOX-1", "a.parcel", as_bytes("mine")));
    REQUIRE(desk.documents.put("BOX-2", "b.parcel", as_bytes("other")));
    const auto list = desk.ask(Method::get, "/v1/boxes/BOX-1/documents", "", token);
    CHECK(contains(list.body, R"([{"name":"a.parcel","sha256":")"));
    CHECK(contains(list.body, R"("size":4})"));
    CHECK_FALSE(contains(list.body, "b.parcel"));
    CHECK(desk.ask(Method::get, "/v1/boxes/BOX-1/documents/a.parcel", "", token).body == "mine");
    CHECK(desk.ask(Method::get, "/v1/boxes/BOX-1/documents/b.parcel", "", token).status == 404);
    CHECK(desk.ask(Method::get, "/v1/boxes/BOX-1/documents/packs/../../root.json", "", token)
              .status == 404);
    CHECK(member(desk.ask(Method::get, "/v1/boxes/BOX-2/documents", "", token), "code") ==
          "box_differs");

    REQUIRE(desk.enrolment.revoke("BOX-1", desk.clock.wall_now(), "volé", "M. Bon"));
    CHECK(member(desk.ask(Method::get, "/v1/boxes/BOX-1/documents", "", token), "code") ==
          "box_revoked");
    CHECK(member(desk.ask(Method::post, "/v1/enrolments", body), "code") == "box_revoked");
}

TEST_CASE("a box renews its keys with its token, never those of another") {
    ServedDesk desk;
    const BoxKeys box(11), next(12), stranger(13);
    REQUIRE(desk.enrolment.enrol_by_hand(box.request(kSchool), "BOX-1"));
    REQUIRE(desk.enrolment.enrol_by_hand(stranger.request(kSchool), "BOX-2"));
    const auto token = desk.token(Scope::sync, "BOX-1");
    const auto renew = [&](const std::string& request) {
        return desk.ask(Method::post, "/v1/boxes/BOX-1/renewal",
                        json::write(json::Object{{"request", request}}), token);
    };
    CHECK(member(renew(BoxKeys(14).rotation_from(stranger, kSchool)), "code") == "not_rotating");
    CHECK(member(renew("{}"), "code") == "request_malformed");
    const auto done = renew(next.rotation_from(box, kSchool));
    REQUIRE(done.status == 200);
    CHECK((*desk.enrolment.find("BOX-1"))->certificate.signing == next.signing.public_key());
}

TEST_CASE("files of a pack are for the boxes whose sessions need it") {
    ServedDesk desk;
    desk.session(1, 0, kSchool, {});
    ByteArray<32> hash{};
    hash.fill(1);
    const auto folder = desk.folder.path() / "packs" / to_hex(hash);
    std::filesystem::create_directories(folder);
    CHECK(desk.documents.list("BOX-1")->empty());
    REQUIRE(write_file(folder / "pack.json", as_bytes("{}")));
    REQUIRE(write_file(folder / "pack.key", as_bytes("secret")));
    const auto list = desk.documents.list("BOX-1");
    REQUIRE(list->size() == 1);
    CHECK(list->front().name == "packs/" + to_hex(hash) + "/pack.json");
    CHECK(*desk.documents.content("BOX-1", list->front().name));
    CHECK_FALSE(*desk.documents.content("BOX-1", "packs/" + to_hex(hash) + "/pack.key"));
    CHECK_FALSE(*desk.documents.content("BOX-2", list->front().name));
}

TEST_CASE("root and timestamp are readable by anybody once they are published") {
    ServedDesk desk;
    CHECK(desk.ask(Method::get, "/v1/root").status == 404);
    CHECK(desk.ask(Method::get, "/v1/timestamp").status == 404);
    const auto now = desk.clock.wall_now();
    REQUIRE(central::publish_root(desk.database(), test::role_keys(), now));
    REQUIRE(central::publish_root(desk.database(), test::role_keys(), now));
    const auto root = seal::open_root(desk.ask(Method::get, "/v1/root").body);
    REQUIRE(root);
    CHECK(root->purpose == seal::Purpose::demo);
    for (int version = 1; version <= 2; ++version)
        CHECK(central::publish_timestamp(desk.database(), test::role_keys(), {}, now)->version ==
              version);
    const auto timestamp = seal::open_timestamp(desk.ask(Method::get, "/v1/timestamp").body, *root);
    REQUIRE(timestamp);
    CHECK(timestamp->version == 2);
    CHECK_FALSE(seal::why_not_current(*timestamp, now));
}

TEST_CASE("Parcoursup searches in one of three ways, and finds one person or none") {
    ServedDesk desk;
    REQUIRE(desk.pupils.put({"ACC-1", "1234", kSchool, {"Lune", "Ada", "2010-05-01"}, false}));
    REQUIRE(desk.pupils.put({"ACC-2", "5678", kSchool, {"Lune", "Éva", "2010-05-01"}, false}));
    REQUIRE(desk.pupils.put({"ACC-3", "9012", kSchool, {"Lune", "Eva", "2010-05-01"}, false}));
    desk.publish(desk.session(1, 0, kSchool, {candidacy(1, "Ada", "ACC-1")}));
    const auto search = [&](const std::string& body) {
        return desk.ask(Method::post, "/api/application/parcoursup/certification/search", body,
                        desk.token(Scope::parcoursup));
    };
    for (const auto* wrong :
         {"", "{}", "[]", R"({"ine":1})", R"({"ine":"1","verificationCode":"P"})",
          R"({"organizationUai":"0331234A","lastName":"Lune"})", R"({"ine":"1234","x":1})"})
        CHECK(search(wrong).status == 400);
    CHECK(search(R"({"ine":"0000"})").status == 404);
    CHECK(search(R"({"ine":"5678"})").status == 404);
    CHECK(search(R"({"verificationCode":"P-22222222"})").status == 404);
    const std::string eva = R"({"organizationUai":"0331234A","lastName":"LUNE","firstName":"eva",)"
                            R"("birthdate":"2010-05-01"})";
    CHECK(member(search(eva), "code") == "several_results");
    const std::string ada = R"({"organizationUai":"0331234A","lastName":"LUNE","firstName":"ada",)"
                            R"("birthdate":"2010-05-01"})";
    for (const auto& body : {std::string(R"({"ine":"1234"})"), ada,
                             std::string(R"({"verificationCode":"p-2346bcdg"})")}) {
        const auto answer = search(body);
        REQUIRE(answer.status == 200);
        CHECK(member(answer, "status") == "validated");
        CHECK(member(answer, "pixScore") == "null");
    }
    const auto choose = [&](const std::string& account, const std::string& body) {
        return desk.ask(Method::put, "/api/accounts/" + account + "/parcoursup-level", body,
                        desk.token(Scope::account));
    };
    CHECK(choose("ACC-1", "{}").status == 400);
    CHECK(choose("ACC-9", R"({"shared":true})").status == 404);
    CHECK(choose("ACC-1", R"({"shared":true})").status == 200);
    CHECK(member(search(ada), "pixScore") == "301");
}

TEST_CASE("the jury decides through the interface, in the name of who holds the token") {
    ServedDesk desk;
    const auto session = desk.session(1, 0, kSchool, {candidacy(1, "Ada"), candidacy(2, "Bob")});
    const auto path = "/v1/jury/sessions/" + session.hex();
    const auto token = desk.token(Scope::jury, "Mme Arnaud");
    const auto decide = [&](const std::string& body) {
        return desk.ask(Method::post, path + "/decisions", body, token);
    };
    CHECK(desk.ask(Method::get, "/v1/jury/sessions/x", "", token).status == 404);
    for (const auto* wrong :
         {"{}", R"({"act":"forget"})", R"({"act":"cancel","candidate":0})",
          R"({"act":"cancel","candidate":1,"why":"x","by":"somebody else"})",
          R"({"act":"correct_identity","candidate":1,"why":"x","last_name":"a"})",
          R"({"act":"comment","candidate":1,"why":"x","comment":"y"})",
          R"({"act":"rescore","candidate":1,"why":"x"})"})
        CHECK(decide(wrong).status == 400);
    CHECK(member(decide(R"({"act":"cancel","candidate":3,"why":"x"})"), "code") ==
          "candidate_unknown");
    CHECK(member(decide(R"({"act":"cancel","candidate":1})"), "code") == "why_missing");
    const auto done = decide(R"({"act":"cancel","candidate":1,"why":"panne"})");
    CHECK(done.status == 201);
    CHECK(member(done, "by") == "Mme Arnaud");
    CHECK(decide(R"({"act":"publish"})").status == 201);
    const auto file = desk.ask(Method::get, path, "", token);
    CHECK(contains(file.body, R"("status":"cancelled")"));
    CHECK(contains(file.body, R"("why":"panne")"));
}

TEST_CASE("a re-score is what the platform computes, never what somebody sends") {
    ServedDesk desk;
    const auto session = desk.session(1, 0, kSchool, {candidacy(1, "Ada")});
    desk.score_again = [](const central::AttemptId& id) -> Result<central::Scored> {
        if (id.candidate.value != 1) return fail(Error::malformed("no such candidate"));
        return central::Scored{{}, 512, {{"1.1", 4}}};
    };
    const auto path = "/v1/jury/sessions/" + session.hex() + "/decisions";
    const auto token = desk.token(Scope::jury);
    CHECK(desk.ask(Method::post, path, R"({"act":"rescore","candidate":2,"why":"x"})", token)
              .status == 400);
    CHECK(desk.ask(Method::post, path, R"({"act":"rescore","candidate":1,"why":"x"})", token)
              .status == 201);
    const auto file = desk.jury.open(session);
    CHECK((*file)->certifications().at({1}).candidacy.scored.pix_score == 512);
}

TEST_CASE("a bundle leaves the quarantine when two different people ask for it") {
    const auto engine = GENERATE(test::DeskEngine::sqlite, test::DeskEngine::postgresql);
    ServedDesk desk(engine);
    ByteArray<32> hash{};
    hash.fill(5);
    REQUIRE(desk.database().run(
        "INSERT INTO bundle (sha256, received_at, session, box, state, code, detail, changed_at) "
        "VALUES ($1, 0, NULL, 'BOX-1', 'quarantined', 'box_revoked', 'x', 0)",
        hash));
    const auto release = [&](const std::string& person, const std::string& why) {
        return desk.ask(Method::post, "/v1/operations/quarantine/" + to_hex(hash) + "/release",
                        json::write(json::Object{{"why", why}}),
                        desk.token(Scope::operations, person));
    };
    CHECK(member(release("A", ""), "code") == "why_missing");
    CHECK(member(release("A", "vu"), "released") == "false");
    CHECK(member(release("A", "encore"), "code") == "same_person");
    const auto overview =
        desk.ask(Method::get, "/v1/operations", "", desk.token(Scope::operations, "A"));
    CHECK(contains(overview.body, R"("released_by":["A"])"));
    CHECK(member(release("B", "vu aussi"), "released") == "true");
    CHECK(member(release("C", "vu"), "code") == "not_found");
    CHECK((*desk.database().query("SELECT state FROM bundle"))[0].text(0) == "stored");
}

TEST_CASE("an authorised session is missing a week after its window, until something of it comes") {
    ServedDesk desk;
    const auto session = desk.session(1, 0, kSchool, {});
    REQUIRE(desk.database().run("DELETE FROM exam_session"));
    const auto standing = [&] {
        const auto answer =
            desk.ask(Method::get, "/v1/operations", "", desk.token(Scope::operations));
        return member(answer, "standings");
    };
    CHECK(standing() == R"({"authorised":1})");
    desk.clock.jump_wall(minutes(9 * 24 * 60));
    CHECK(standing() == R"({"missing":1})");
    REQUIRE(desk.database().run("INSERT INTO upload (sha256, session) VALUES ($1, $2)",
                                ByteArray<32>{}, session));
    CHECK(standing() == R"({"announced":1})");
    REQUIRE(desk.database().run(
        "INSERT INTO exam_session (session, is_contested, to_confirm, accepted_at) "
        "VALUES ($1, 0, '[]', 0)",
        session));
    CHECK(standing() == R"({"received":1})");
    REQUIRE(desk.database().run("UPDATE exam_session SET is_contested = 1"));
    CHECK(standing() == R"({"contested":1})");
}
