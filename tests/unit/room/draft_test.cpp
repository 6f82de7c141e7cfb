// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using test::SmallRoom;

namespace {

store::Draft draft_of(SmallRoom& room, std::uint32_t candidate, std::string value) {
    const auto* asked = room.session().state().find({candidate})->current();
    REQUIRE(asked != nullptr);
    return {asked->item, std::move(value), room.clock().wall_now()};
}

store::CandidateKey key(SmallRoom& room, std::uint32_t candidate) {
    return {room.session().row().id, {candidate}};
}

}  // namespace

TEST_CASE("draft: what is typed is in no record of the journal") {
    SmallRoom room;
    room.start(1);
    const auto size = room.session().size();
    const auto head = room.session().head();
    room.session().put_draft({1}, draft_of(room, 1, "des mots"));
    room.commit();
    CHECK(room.session().size() == size);
    CHECK(room.session().head() == head);
    CHECK(room.session().draft({1})->value == "des mots");
}

TEST_CASE("draft: an answer and the end of a test erase it, here and in the database") {
    SmallRoom room;
    store::Convenience convenience;
    room.start(1);
    room.session().put_draft({1}, draft_of(room, 1, "des mots"));
    room.room().keep(convenience);
    CHECK(convenience.draft(key(room, 1)) != nullptr);
    SECTION("answer") { room.does(room.answer(1)); }
    SECTION("end") { room.does(exam::command::EndTest{{1}}); }
    CHECK(room.session().draft({1}) == nullptr);
    room.room().keep(convenience);
    CHECK(convenience.draft(key(room, 1)) == nullptr);
}

TEST_CASE("draft: sealing erases what every candidate had typed") {
    SmallRoom room;
    store::Convenience convenience;
    for (const std::uint32_t candidate : {1u, 2u}) {
        room.start(candidate);
        room.session().put_draft({candidate}, draft_of(room, candidate, "des mots"));
    }
    room.room().keep(convenience);
    room.finalise();
    CHECK(room.session().draft({1}) == nullptr);
    room.room().keep(convenience);
    CHECK(convenience.draft(key(room, 1)) == nullptr);
    CHECK(convenience.draft(key(room, 2)) == nullptr);
}

TEST_CASE("draft: a box that sealed and died before it erased does so when it starts again") {
    SmallRoom room;
    store::Convenience convenience;
    room.start(1);
    room.session().put_draft({1}, draft_of(room, 1, "des mots"));
    room.room().keep(convenience);
    room.finalise();
    room.reopen();
    room.room().take_back(convenience);
    CHECK(room.session().draft({1}) == nullptr);
    room.room().keep(convenience);
    CHECK(convenience.draft(key(room, 1)) == nullptr);
}

TEST_CASE("draft: it comes back after a restart") {
    SmallRoom room;
    store::Convenience convenience;
    room.start(1);
    room.session().put_draft({1}, draft_of(room, 1, "des mots"));
    room.room().keep(convenience);
    room.reopen();
    CHECK(room.session().draft({1}) == nullptr);
    room.room().take_back(convenience);
    REQUIRE(room.session().draft({1}) != nullptr);
    CHECK(room.session().draft({1})->value == "des mots");
}
