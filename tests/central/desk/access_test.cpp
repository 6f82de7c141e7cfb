// SPDX-License-Identifier: Apache-2.0
#include "central/desk/access.hpp"

#include "central/desk/desk_room.hpp"
#include "central/desk/verification_codes.hpp"

using namespace preau;
using central::Scope;
using test::DeskEngine;
using test::DeskRoom;

TEST_CASE("a token that is unknown, too old or taken back is nobody's") {
    const auto engine = GENERATE(DeskEngine::sqlite, DeskEngine::postgresql);
    DeskRoom room(engine);
    central::Access access(room.database(), room.clock, room.entropy);
    const auto token = access.give("Parcoursup", {Scope::parcoursup}, minutes(60)).value();
    CHECK(token.size() == 32);
    CHECK_FALSE(*access.find(std::string(32, 'a')));
    CHECK_FALSE(*access.find(""));
    CHECK_FALSE(*access.find(std::string(100'000, 'a')));
    REQUIRE(*access.find(token));
    CHECK((*access.find(token))->name == "Parcoursup");
    CHECK((*access.find(token))->scopes == central::Scopes{Scope::parcoursup});
    SECTION("time passes") { room.clock.pass(minutes(60)); }
    SECTION("it is taken back") { CHECK(*access.take_back("Parcoursup") == 1); }
    CHECK_FALSE(*access.find(token));
}

TEST_CASE("a login ends by itself, when asked to, and with the token it was made with") {
    const auto engine = GENERATE(DeskEngine::sqlite, DeskEngine::postgresql);
    DeskRoom room(engine);
    central::Access access(room.database(), room.clock, room.entropy);
    const auto token =
        access.give("Mme Arnaud", {Scope::jury, Scope::operations}, minutes(60 * 24 * 300)).value();
    const auto cookie = access.log_in(token).value().value();
    CHECK((*access.find(cookie))->scopes == central::Scopes{Scope::jury, Scope::operations});
    CHECK(central::form_token(cookie) != central::form_token(token));
    SECTION("eight hours later") { room.clock.pass(minutes(8 * 60)); }
    SECTION("when she leaves") { REQUIRE(access.log_out(cookie)); }
    SECTION("when her token is taken back") { REQUIRE(access.take_back("Mme Arnaud")); }
    CHECK_FALSE(*access.find(cookie));
}

TEST_CASE("a token of a system or a box lets nobody onto the pages") {
    DeskRoom room(DeskEngine::sqlite);
    central::Access access(room.database(), room.clock, room.entropy);
    for (const auto scope :
         {Scope::school_results, Scope::parcoursup, Scope::account, Scope::sync}) {
        const auto token = access.give("x", {scope}, minutes(60)).value();
        CHECK_FALSE(*access.log_in(token));
    }
    CHECK_FALSE(*access.log_in(std::string(32, 'a')));
}

TEST_CASE("a logged-in browser cannot make another login of its cookie, nor end a token") {
    DeskRoom room(DeskEngine::sqlite);
    central::Access access(room.database(), room.clock, room.entropy);
    const auto token = access.give("x", {Scope::jury}, minutes(60 * 24)).value();
    REQUIRE(access.log_out(token));
    CHECK(*access.find(token));
}

TEST_CASE("verification codes are of the platform's form, and never two sessions'") {
    const auto engine = GENERATE(DeskEngine::sqlite, DeskEngine::postgresql);
    DeskRoom room(engine);
    const auto codes =
        central::draw_verification_codes(room.database(), room.entropy, {}, 300).value();
    CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 300);
    for (const auto& code : codes) CHECK(central::is_verification_code(code));
    test::SeededEntropy same(7);  // draws what was drawn before
    const auto others = central::draw_verification_codes(room.database(), same, {}, 5).value();
    for (const auto& code : others)
        CHECK(std::find(codes.begin(), codes.end(), code) == codes.end());
}

TEST_CASE("a verification code is read as people type it, and nothing else is") {
    CHECK(central::read_verification_code("p-2346 bcdf") == "P-2346BCDF");
    CHECK(central::read_verification_code("P-22222222") == "P-22222222");
    for (const auto* wrong : {"", "P-2346BCD", "P-2346BCDFG", "P-2346BCDA", "2346BCDF",
                              "P_2346BCDF", "P-2346BCD\u00e9"})
        CHECK_FALSE(central::read_verification_code(wrong));
    CHECK_FALSE(central::read_verification_code(std::string(1000, ' ') + "P-2346BCDF"));
}
