// SPDX-License-Identifier: Apache-2.0
#include "central/desk/authorise.hpp"

#include "central/desk/desk_room.hpp"
#include "json/read.hpp"
#include "seal/hash.hpp"

using namespace preau;
using test::BoxKeys;
using test::DeskEngine;
using test::DeskRoom;

namespace {

const std::string kSchool = "0331234A";
constexpr Duration kDay = minutes(24 * 60);

/// A desk with two boxes, and a session to authorise.
struct Office : DeskRoom {
    explicit Office(DeskEngine engine = DeskEngine::sqlite) : DeskRoom(engine) {
        REQUIRE(enrolment.enrol_by_hand(box.request(kSchool), "BOX-1"));
        REQUIRE(enrolment.enrol_by_hand(standby.request(kSchool), "BOX-2"));
        order = {.number = "123456",
                 .uai = kSchool,
                 .campaign = "2027",
                 .centre = "Collège des Tilleuls",
                 .boxes = {"BOX-1", "BOX-2"},
                 .not_before = clock.wall_now(),
                 .not_after = clock.wall_now() + kDay,
                 .max_candidates = 24,
                 .roster = to_bytes(as_bytes("Nom;Prénom\nLune;Ada\n"))};
        pack.id = "essai";
        pack.version = "1";
        pack.hash.fill(7);
        pack.keys =
            seal::PackKeys{seal::FileKey::generate(entropy), seal::FileKey::generate(entropy)};
    }
    Result<central::AuthorisedSession> authorise() {
        return central::Authorising(
                   {database(), test::role_keys(), enrolment, documents, clock, entropy})
            .authorise(order, pack);
    }
    std::string refusal() {
        const auto done = authorise();
        if (done) FAIL("it was authorised");
        CHECK(documents.list("BOX-1")->empty());
        CHECK((*database().query("SELECT count(code) FROM verification_code"))[0].integer(0) == 0);
        return done.error().message;
    }

    BoxKeys box{11}, standby{12};
    central::SessionOrder order;
    central::ShelvedPack pack;
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no session is authorised for a box that may not hold it, and nothing is left of it") {
    Office office;
    SECTION("a box that is not enrolled") {
        office.order.boxes = {"BOX-3"};
        CHECK(contains(office.refusal(), "BOX-3 is not enrolled"));
    }
    SECTION("a standby that is revoked") {
        REQUIRE(office.enrolment.revoke("BOX-2", office.clock.wall_now(), "volé", "x"));
        CHECK(contains(office.refusal(), "BOX-2 is revoked"));
    }
    SECTION("another school's box") {
        office.order.uai = "0750001B";
        CHECK(contains(office.refusal(), "of school 0331234A"));
    }
    SECTION("a session after the end of its certificate") {
        office.order.not_after = office.clock.wall_now() + Duration{400 * kDay.ms};
        CHECK(contains(office.refusal(), "ends before the session"));
    }
    SECTION("a number that is none") {
        office.order.number = "12a";
        CHECK(contains(office.refusal(), "number"));
    }
    SECTION("a window that ends before it begins") {
        office.order.not_after = office.order.not_before;
        CHECK_FALSE(office.refusal().empty());
    }
}

TEST_CASE("the boxes, and they alone, open the parcel, and the pack with the code of the day") {
    const auto engine = GENERATE(DeskEngine::sqlite, DeskEngine::postgresql);
    Office office(engine);
    const auto made = office.authorise();
    if (!made) FAIL(made.error().message);
    const auto name = central::parcel_name(made->authorisation.session);
    for (const auto& [box, keys] :
         {std::pair("BOX-1", &office.box), std::pair("BOX-2", &office.standby)}) {
        const auto parcel = office.documents.content(box, name).value().value();
        const auto text = seal::age_decrypt(parcel, keys->encryption);
        REQUIRE(text);
        const auto value = json::read(as_text(*text));
        const auto authorisation = seal::open_authorisation(*value->find("authorisation")->text(),
                                                            test::role_keys().root());
        REQUIRE(authorisation);
        CHECK(*authorisation == made->authorisation);
        CHECK(authorisation->roster_hash == seal::sha256(as_bytes(*value->find("roster")->text())));
        const auto share =
            seal::open_share(authorisation->find_share(box)->share, keys->encryption);
        REQUIRE(share);
        const auto unlock = seal::derive_unlock_key(*share, made->day_code, authorisation->session);
        const auto opened = seal::unwrap_pack_keys(*authorisation->wrapped_keys, *unlock,
                                                   authorisation->session, office.pack.hash);
        REQUIRE(opened);
        CHECK(std::ranges::equal(opened->secret_part.view(), office.pack.keys->secret_part.view()));
    }
    CHECK_FALSE(seal::age_decrypt(made->parcel, BoxKeys(13).encryption));
}

TEST_CASE("the code of the day is kept nowhere") {
    Office office;
    const auto made = office.authorise();
    REQUIRE(made);
    CHECK(made->day_code.size() == 19);
    CHECK_FALSE(contains(made->envelope, made->day_code));
    CHECK_FALSE(contains(made->envelope, made->day_code.substr(0, 9)));
}

TEST_CASE("an authorisation has a verification code for each seat, also of sessions of the box") {
    const auto engine = GENERATE(DeskEngine::sqlite, DeskEngine::postgresql);
    Office office(engine);
    office.order.local = {{"900001", "900002"}, 16};
    const auto made = office.authorise();
    if (!made) FAIL(made.error().message);
    CHECK(made->authorisation.verification_codes.size() == 40);
    // Their bundles will be found under the ids that the box makes.
    for (const auto* number : {"900001", "900002"}) {
        const auto id = seal::local_session_id(made->authorisation.session, number);
        const auto rows = office.database().query(
            "SELECT envelope FROM authorisation WHERE session = $1 AND number = $2", id, number);
        REQUIRE(rows->size() == 1);
        CHECK((*rows)[0].text(0) == made->envelope);
    }
}

TEST_CASE("a pack that is not encrypted needs no code") {
    Office office;
    office.pack.keys.reset();
    const auto made = office.authorise();
    REQUIRE(made);
    CHECK(made->day_code.empty());
    CHECK_FALSE(made->authorisation.wrapped_keys);
}
