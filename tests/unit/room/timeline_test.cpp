// SPDX-License-Identifier: Apache-2.0
#include "room/timeline.hpp"

#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using room::Timeline;
using test::SmallRoom;
namespace command = exam::command;
namespace event = exam::event;

namespace {

std::string names(const std::vector<room::Occurrence>& timeline) {
    std::string all;
    for (const auto& occurrence : timeline) all += std::string(record::name(occurrence.what)) + " ";
    return all;
}

std::string names(SmallRoom& room, std::uint32_t candidate) {
    return names(room.session().timeline({candidate}));
}

}  // namespace

TEST_CASE("timeline: nobody who has not come has one") {
    SmallRoom room;
    CHECK(room.session().timeline({1}).empty());
    CHECK(room.session().timeline({99}).empty());
}

TEST_CASE("timeline: it tells what happened to a candidate, in order, and to no other") {
    SmallRoom room;
    room.start(1);
    room.start(2);
    room.clock().pass(minutes(1));
    room.does(room.answer(1));
    room.does(command::EndTest{{1}});
    CHECK(names(room, 1) ==
          "candidate.joined presence.confirmed test.started answer.recorded test.finished ");
    CHECK(names(room, 2) == "candidate.joined presence.confirmed test.started ");
    const auto timeline = room.session().timeline({1});
    CHECK(timeline[3].question == 1);
    CHECK(timeline[3].at.ms - timeline[2].at.ms == minutes(1).ms);
    CHECK(timeline[4].words.front() == "ended_by_invigilator");
}

TEST_CASE("timeline: after a restart it is the same") {
    SmallRoom room;
    room.start(1);
    room.clock().pass(minutes(1));
    room.does(room.answer(1));
    const auto before = room.session().timeline({1});
    room.reopen();
    CHECK(room.session().timeline({1}) == before);
}

TEST_CASE("timeline: what a bad network repeats makes place for what matters") {
    Timeline timeline;
    timeline.note(event::CandidateJoined{{1}, {}}, {});
    for (int i = 0; i < 3000; ++i) {
        timeline.note(event::ContactLost{{1}, {}}, {i});
        timeline.note(event::ContactRegained{{1}}, {i});
    }
    timeline.note(event::TestFinished{{1}, exam::FinishReason::completed}, {3001});
    const auto all = timeline.of({1});
    CHECK(all.size() == Timeline::kOccurrencesMax);
    CHECK(all.front().what == record::Type::candidate_joined);
    CHECK(all.back().what == record::Type::test_finished);
    CHECK(all[all.size() - 2].at.ms == 2999);
}

TEST_CASE("timeline: without anything repeated the oldest goes first") {
    Timeline timeline;
    for (int i = 0; i < 300; ++i) timeline.note(event::ResumeRequested{{1}, {}}, {i});
    CHECK(timeline.of({1}).size() == Timeline::kOccurrencesMax);
    CHECK(timeline.of({1}).front().at.ms == 300 - static_cast<int>(Timeline::kOccurrencesMax));
}

TEST_CASE("namesakes: the same name in any spelling, whatever the birth date, and no other") {
    SmallRoom room(
        {.candidates = 2,
         .others = {
             {.candidate = {3}, .identity = {"D’Été", "Zoé", "2008-01-01"}, .group = ""},
             {.candidate = {4}, .identity = {"D ETE", "zoe", "2009-05-06"}, .group = ""},
             {.candidate = {5}, .identity = {"D’Été", "Zoélie", "2008-01-01"}, .group = ""}}});
    const auto check = [&] {
        for (const std::uint32_t number : {1u, 2u, 5u, 99u})
            CHECK_FALSE(room.session().has_namesake({number}));
        CHECK(room.session().has_namesake({3}));
        CHECK(room.session().has_namesake({4}));
    };
    check();
    room.reopen();
    check();
}
