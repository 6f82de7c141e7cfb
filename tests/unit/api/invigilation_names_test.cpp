// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::check_refused;
using test::Invigilator;
using test::ServedRoom;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

const json::Array& invigilators(const json::Value& grid) {
    return *at(grid, "invigilators").array();
}

}  // namespace

TEST_CASE("names: an invigilator without a name does not enter") {
    ServedRoom room;
    for (const auto* name : {"", " ", "\t \n", "\u00a0", "\u2003"})
        check_refused(
            room, [&] { return room.enter_as(name); }, 400, "missing", "name");
}

TEST_CASE("names: sixty characters at most, however many bytes they take") {
    ServedRoom room;
    check_refused(
        room, [&] { return room.enter_as(repeated("x", 61)); }, 400, "too_long", "name");
    check_refused(
        room, [&] { return room.enter_as(repeated("é", 61)); }, 400, "too_long", "name");
    CHECK(room.enter_as(repeated("é", 60)).status() == 201);
    CHECK(room.enter_as(repeated("😀", 60)).status() == 201);
}

TEST_CASE("names: what nobody sees, or what turns the writing, is no part of a name") {
    ServedRoom room;
    for (const auto* name : {"Claire\x01Durand", "Claire\nDurand", "Claire\tDurand",
                             "Claire\x7f"
                             "Durand",
                             "Claire\u0085Durand", "Claire\u202eDurand", "Claire\u200bDurand",
                             "Claire\ufeffDurand", "Claire\u2028Durand", "Claire\u2066Durand"})
        check_refused(
            room, [&] { return room.enter_as(name); }, 400, "malformed", "name");
}

TEST_CASE("names: a name is kept as it was typed, without the white space around it") {
    ServedRoom room;
    Invigilator invigilator(room, "\u00a0 Zoé  D’Été \t");
    const auto grid = invigilator.grid();
    REQUIRE(invigilators(grid).size() == 1);
    CHECK(*at(invigilators(grid)[0], "name").text() == "Zoé  D’Été");
}

TEST_CASE("names: script in a name is text like any other") {
    ServedRoom room;
    const std::string name = "<img src=x onerror=\"alert(1)\">";
    Invigilator invigilator(room, name);
    const auto grid = invigilator.grid();
    CHECK(*at(invigilators(grid)[0], "name").text() == name);
}

TEST_CASE("names: those that the office gave are told from the others") {
    ServedRoom room;
    room.convenience().add_staff({"Karim Benali", store::StaffKind::staff, ""});
    Invigilator first(room, "mme DURAND");
    Invigilator second(room, "Karim Bénali");
    Invigilator third(room, "Quelqu’un");
    const auto grid = third.grid();
    REQUIRE(invigilators(grid).size() == 3);
    CHECK(*at(invigilators(grid)[0], "listed").boolean());
    CHECK(*at(invigilators(grid)[1], "listed").boolean());
    CHECK_FALSE(*at(invigilators(grid)[2], "listed").boolean());
}

TEST_CASE("names: somebody who enters again with another device is one person") {
    ServedRoom room;
    Invigilator phone(room, "Mme Durand");
    Invigilator tablet(room, "Mme Durand");
    CHECK(invigilators(phone.grid()).size() == 1);
    CHECK(room.room().session().state().invigilators.size() == 2);
}

TEST_CASE("names: each act goes by the name of whoever did it") {
    ServedRoom room;
    Invigilator durand(room, "Mme Durand");
    Invigilator petit(room, "M. Petit");
    room.started(1);
    CHECK(durand.pause(1).status() == 200);
    CHECK(petit.pause(1, false).status() == 200);
    CHECK(petit.note(1, "C7", "Souris changée").status() == 200);
    const auto sheet = durand.sheet(1);
    const auto& timeline = *at(sheet, "timeline").array();
    REQUIRE(timeline.size() >= 3);
    const auto by = [&](std::size_t from_the_end) {
        return *at(timeline[timeline.size() - from_the_end], "by").text();
    };
    CHECK(by(3) == "Mme Durand");
    CHECK(by(2) == "M. Petit");
    CHECK(by(1) == "M. Petit");
    CHECK(*at(at(sheet, "incidents").array()->front(), "by").text() == "M. Petit");
}

TEST_CASE("names: after a restart the names are still there, with what they did") {
    ServedRoom room;
    Invigilator durand(room, "Mme Durand");
    CHECK(durand.write("Bon courage").status() == 200);
    const auto before = room.room().session().state();
    room.room().reopen();
    CHECK(room.room().session().state() == before);
}
