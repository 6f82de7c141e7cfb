// SPDX-License-Identifier: Apache-2.0
#include "record/rescore.hpp"

#include "record/content.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using test::SmallRoom;

namespace {

struct Scored {
    exam::Session session;
    exam::Content content;
};

Scored finished_session() {
    SmallRoom room(2);
    room.start(1);
    room.finish(1);
    room.start(2);
    for (int i = 0; i < 22; ++i) room.does(room.answer(2, i % 2 == 0));
    room.finalise();
    return {room.session().state(), record::content_of(room.pack())};
}

std::size_t discrepancies(const Scored& scored) {
    return record::rescore(scored.session, scored.content).size();
}

}  // namespace

TEST_CASE("what the room recorded comes out the same when it is scored again") {
    CHECK(discrepancies(finished_session()) == 0);
}

TEST_CASE("a status, a capacity, a question or a result that the rules do not give is found") {
    auto scored = finished_session();
    auto& questions = scored.session.candidates.at({1}).questions;

    SECTION("a wrong answer counted as right") {
        for (auto& question : questions)
            if (question.answer->status == answers::Status::ko)
                question.answer->status = answers::Status::ok;
    }
    SECTION("a capacity off by the last bit") {
        auto& capacity = questions[4].answer->capacity;
        capacity = std::nextafter(capacity, 10.0);
    }
    SECTION("a question that was not the one drawn") { questions[7].item = questions[8].item; }
    SECTION("a calibration that is not the pack's") { questions[7].difficulty += 0.001; }
    SECTION("a draw that did not fall that way") { questions[3].rank = 4 - questions[3].rank; }
    SECTION("a test said to be complete that is not") {
        scored.session.candidates.at({2}).outcome->reason = exam::FinishReason::completed;
    }
    SECTION("a result for somebody who never began") {
        scored.session.results[{2}] = scored.session.results.at({1});
        scored.session.candidates.at({2}).questions.clear();
    }
    SECTION("one point too many") { ++scored.session.results.at({1}).pix_score; }
    SECTION("a level raised") { ++scored.session.results.at({2}).levels.begin()->second; }
    SECTION("no result at all") { scored.session.results.erase({2}); }

    CHECK(discrepancies(scored) > 0);
}
