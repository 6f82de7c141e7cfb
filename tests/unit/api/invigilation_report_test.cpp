// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::check_refused;
using test::has_flag;
using test::Invigilator;
using test::raise_report;
using test::ServedRoom;

namespace {

/// Every question has a picture, every third one an attachment.
test::SmallRoomOptions with_attachments() {
    test::SmallRoomOptions options;
    options.change = [](pack::Pack& pack) {
        test::hide_canaries(pack);
        for (auto& question : pack.questions) question.picture.reset();
    };
    return options;
}

}  // namespace

TEST_CASE("report: there is nothing to settle before one is raised, nor twice") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    check_refused(
        room, [&] { return invigilator.refuse(1); }, 409, "nothing_to_settle");
    check_refused(
        room, [&] { return invigilator.accept(1, "E11"); }, 409, "nothing_to_settle");
    raise_report(room, 1);
    CHECK(invigilator.refuse(1).status() == 200);
    check_refused(
        room, [&] { return invigilator.accept(1, "E1"); }, 409, "nothing_to_settle");
}

TEST_CASE("report: an accepted one needs a category, and one that exists") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    raise_report(room, 1);
    check_refused(
        room, [&] { return invigilator.accept(1, ""); }, 400, "missing", "category");
    for (const auto* category : {"E6", "E7", "e1", "C1", "E", "E13"})
        check_refused(
            room, [&] { return invigilator.accept(1, category); }, 400, "malformed", "category");
}

TEST_CASE("report: a category that the question does not allow is refused") {
    ServedRoom room(with_attachments());
    Invigilator invigilator(room);
    room.started(1);
    raise_report(room, 1);
    for (const auto* category : {"E1", "E2", "E3", "E4", "E5", "E8", "E9", "E10"})
        check_refused(
            room, [&] { return invigilator.accept(1, category); }, 422, "category_not_offered",
            "category");
    CHECK(invigilator.accept(1, "E12").status() == 200);
}

TEST_CASE("report: the card shows it with what it may be filed under, before anything else") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    CHECK(at(invigilator.card(1), "report").is_null());
    raise_report(room, 1, exam::ReportReason::image);
    const auto card = invigilator.card(1);
    CHECK(has_flag(card, "report"));
    CHECK(*at(card, "urgency").integer() == 0);
    const auto& report = at(card, "report");
    CHECK(*at(report, "number").integer() == 1);
    CHECK(*at(report, "reason").text() == "image");
    CHECK(at(report, "categories") == json::Value(json::Array{"E1", "E11", "E12"}));
    CHECK_FALSE(*at(at(card, "clock"), "running").boolean());
    CHECK(at(card, "ends_at").is_null());
}

TEST_CASE("report: accepted, another question comes under the same number and the clock runs") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto before = room.candidate(1).current()->item;
    raise_report(room, 1);
    room.clock().pass(minutes(3));
    const auto card = invigilator.accept(1, "E1").body;
    CHECK_FALSE(has_flag(card, "report"));
    CHECK(at(card, "report").is_null());
    CHECK(*at(card, "answered").integer() == 0);
    CHECK(*at(at(card, "clock"), "running").boolean());
    const auto view = room.get("/api/v1/candidates/me", token).body;
    CHECK(*at(at(view, "question"), "number").integer() == 1);
    CHECK(*at(at(view, "question"), "item").text() != before);
    CHECK(*at(at(view, "clock"), "remaining_ms").integer() > minutes(104).ms);
}

TEST_CASE("report: refused, the same question goes on") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto before = room.candidate(1).current()->item;
    raise_report(room, 1);
    CHECK(at(invigilator.refuse(1).body, "report").is_null());
    const auto view = room.get("/api/v1/candidates/me", token).body;
    CHECK(*at(at(view, "question"), "item").text() == before);
}

TEST_CASE("report: of two invigilators who settle it, the second is told that it is done") {
    ServedRoom room;
    Invigilator durand(room, "Mme Durand");
    Invigilator petit(room, "M. Petit");
    room.started(1);
    raise_report(room, 1);
    CHECK(durand.accept(1, "E1").status() == 200);
    check_refused(
        room, [&] { return petit.refuse(1); }, 409, "nothing_to_settle");
}
