// SPDX-License-Identifier: Apache-2.0
#include "office/create_session.hpp"

#include "exam/codes.hpp"
#include "seal/hash.hpp"
#include "seal/password.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <set>

using namespace preau;
using test::SmallRoom;

namespace {

const std::string kRoster =
    "Nom de naissance;Prénom;Date de naissance\nMartin;Léo;01/01/2010\nDé;Zoé;02/02/2010\n";

/// A second session, authorised on the same box.
struct Office {
    SmallRoom room;
    std::optional<pack::Pack> pack;
    pack::Manifest page{};
    std::optional<seal::Timestamp> timestamp{};
    test::SeededEntropy entropy{7};
    seal::SigningKey central = seal::SigningKey::generate(entropy);
    seal::Authorisation authorisation = room.authorisation();
    office::SessionRequest request{.authorisation = {},
                                   .roster = kRoster,
                                   .site = "Lycée",
                                   .room = "A1",
                                   .date = "2026-11-25",
                                   .time = "14:00",
                                   .examiner = "M. Blanc"};

    Office() {
        authorisation.session.bytes.fill(0x77);
        authorisation.number = "777777";
        authorisation.roster_hash = seal::sha256(as_bytes(kRoster));
    }

    Result<office::CreatedSession> create() {
        if (request.authorisation.empty())
            request.authorisation = seal::sign_authorisation(authorisation, central);
        test::SmallVault vault(pack ? *pack : room.pack());
        vault.page = page;
        office::SessionTrust trust{
            .root = {}, .timestamp = timestamp, .box = "BOX-TEST", .software = "0.2.0"};
        trust.root.roles[seal::Role::session] = {{central.public_key()}, 1};
        return office::create_session(request, trust, vault, room.room(), room.clock(), entropy);
    }

    /// The pack's version from now on; both days included.
    void valid(std::string from, std::string until) {
        pack = room.pack();
        pack->certification_version.valid_from = std::move(from);
        pack->certification_version.valid_until = std::move(until);
    }

    void is_refused(std::string_view because) {
        const auto created = create();
        REQUIRE_FALSE(created.has_value());
        CHECK(created.error().message.find(because) != std::string::npos);
        CHECK(room.room().sessions().size() == 1);
        CHECK(room.journal().sessions()->size() == 1);
    }
};

}  // namespace

TEST_CASE("a session that the platform did not authorise is refused and leaves no trace") {
    Office office;
    SECTION("signed by somebody else") {
        office.request.authorisation =
            seal::sign_authorisation(office.authorisation, office.room.box().key);
        office.is_refused("signature");
    }
    SECTION("for another box") {
        office.authorisation.boxes = {"BOX-OTHER"};
        office.is_refused("not for this box");
    }
    SECTION("with another roster") {
        office.request.roster += "Intrus;Un;03/03/2010\n";
        office.is_refused("roster");
    }
    SECTION("before its time") {
        office.authorisation.not_before = office.room.clock().wall_now() + seconds(1);
        office.is_refused("valid from");
    }
    SECTION("with a pack that is not here") {
        office.authorisation.pack_hash[0] ^= 1;
        office.is_refused("pack");
    }
    SECTION("for fewer candidates") {
        office.authorisation.max_candidates = 1;
        office.is_refused("1 are authorised");
    }
    SECTION("with a site too long for the journal") {
        office.request.site = std::string(201, 'x');
        office.is_refused("site");
    }
    SECTION("with invigilators that are not UTF-8") {
        office.request.examiner = "Ren\xE9";
        office.is_refused("examiner");
    }
    SECTION("without a room") {
        office.request.room = "";
        office.is_refused("room");
    }
    SECTION("on a day that does not exist") {
        office.request.date = "2026-02-30";
        office.is_refused("date");
    }
    SECTION("at an hour that does not exist") {
        office.request.time = "25:00";
        office.is_refused("time");
    }
    SECTION("on a day before the version may be sat") {
        office.valid("2026-11-26", "");
        office.is_refused("valid from 2026-11-26");
    }
    SECTION("on a day after the version may be sat") {
        office.valid("", "2026-11-24");
        office.is_refused("valid until 2026-11-24");
    }
    SECTION("C2: on a day after the pack expires") {
        office.page.expires = "2026-11-24";
        office.is_refused("expires on 2026-11-24");
    }
    SECTION("with a pack for later programs") {
        office.page.minimum_software = "0.10";
        office.is_refused("version 0.10");
    }
    SECTION("for later programs") {
        office.authorisation.minimum_software = "0.2.1";
        office.is_refused("update the box");
    }
    SECTION("C2: with another pack of the name that is current") {
        office.timestamp.emplace();
        office.timestamp->packs = {{.id = "small", .version = "1", .hash = {}, .size = 1}};
        office.is_refused("pack");
    }
    SECTION("on a box that was revoked") {
        office.timestamp.emplace();
        office.timestamp->revoked = {{"BOX-TEST", office.room.clock().wall_now(), "volé"}};
        office.is_refused("revoked");
    }
    SECTION("with a roster that has to be corrected") {
        office.request.roster = "Nom de naissance;Prénom;Date de naissance\n;Léo;01/01/2010\n";
        office.authorisation.roster_hash = seal::sha256(as_bytes(office.request.roster));
        office.is_refused("ligne 2");
    }
}

TEST_CASE("an authorised session is created with codes in Pix's formats and survives a restart") {
    Office office;
    const auto created = office.create();
    REQUIRE(created.has_value());
    CHECK(created->number == "777777");
    CHECK(exam::is_access_code(created->access_code));
    CHECK(exam::is_invigilator_password(created->invigilator_password));
    office.room.reopen();
    const auto session = office.room.room().unlock("777777", test::kDayCode);
    REQUIRE(session.has_value());
    CHECK((*session)->state().candidates.size() == 2);
    CHECK(seal::verify_password((*session)->row().password_hash, created->invigilator_password));
}

TEST_CASE("the first and the last day of the version are days on which it may be sat") {
    Office office;
    office.valid("2026-11-25", "2026-11-25");
    CHECK(office.create().has_value());
}

TEST_CASE("every candidate gets a personal code of their own, and the journal keeps it") {
    Office office;
    std::string roster = "Nom de naissance;Prénom;Date de naissance;Identifiant plateforme\n";
    for (int i = 0; i < 300; ++i)
        roster += "Nom" + std::to_string(i) + ";Zoé;02/02/2010;id" + std::to_string(i) + "\n";
    office.request.roster = roster;
    office.authorisation.roster_hash = seal::sha256(as_bytes(roster));
    const auto created = office.create();
    REQUIRE(created.has_value());
    office.room.reopen();
    const auto session = office.room.room().unlock("777777", test::kDayCode);
    REQUIRE(session.has_value());
    const auto& state = (*session)->state();
    std::set<std::string> codes;
    for (const auto& [candidate, code] : created->personal_codes) {
        CHECK(exam::is_personal_code(code));
        CHECK(state.find(candidate)->enrolment.code == code);
        codes.insert(code);
    }
    CHECK(codes.size() == 300);
    CHECK(state.find({5})->enrolment.account == "id4");
}

TEST_CASE("what every seat must have is in the journal, none as well") {
    Office office;
    office.request.lockdown = exam::LockdownPolicy::any;
    REQUIRE(office.create().has_value());
    office.room.reopen();
    const auto session = office.room.room().unlock("777777", test::kDayCode);
    REQUIRE(session.has_value());
    CHECK((*session)->state().sheet.lockdown == exam::LockdownPolicy::any);
    CHECK(office.room.session().state().sheet.lockdown == exam::LockdownPolicy::none);
}

TEST_CASE("the same session twice is refused") {
    Office office;
    REQUIRE(office.create().has_value());
    CHECK_FALSE(office.create().has_value());
}
