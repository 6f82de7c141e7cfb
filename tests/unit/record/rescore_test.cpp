// SPDX-License-Identifier: Apache-2.0
#include "record/rescore.hpp"

#include "answers/examine.hpp"
#include "record/chain_reader.hpp"
#include "record/content.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

using namespace preau;
using test::SmallRoom;
namespace event = exam::event;

namespace {

using History = std::vector<exam::Fact>;

struct Scored {
    History history;
    exam::Content content;
};

History history_of(SmallRoom& room) {
    History history;
    record::ChainReader reader(room.trust());
    reader.watch([&](const exam::Fact& fact, const record::Header&, const Hash&) {
        history.push_back(fact);
    });
    for (const auto& entry : room.entries()) REQUIRE(reader.read(entry).has_value());
    return history;
}

Scored finished_session() {
    SmallRoom room(2);
    room.start(1);
    room.finish(1);
    room.start(2);
    for (int i = 0; i < 22; ++i) room.does(room.answer(2, i % 2 == 0));
    room.finalise();
    return {history_of(room), record::content_of(room.pack())};
}

std::vector<record::Discrepancy> differences(const Scored& scored) {
    return record::rescore(scored.history, scored.content);
}

/// The n-th event of that kind about that candidate, from 0.
template <class E>
E& nth(History& history, CandidateNumber candidate, int n) {
    for (auto& fact : history)
        if (auto* found = std::get_if<E>(&fact.event); found && found->candidate == candidate)
            if (n-- == 0) return *found;
    FAIL("no such event");
    PREAU_UNREACHABLE();
}

/// Every question is timed and to be kept in focus: the first is answered late, the second after
/// its page was left, the third as it should, the fourth skipped without being opened.
Scored conducted_session() {
    SmallRoom room({.candidates = 1, .change = [](pack::Pack& pack) {
                        for (auto& question : pack.questions) {
                            question.timer_seconds = 60;
                            question.focus = true;
                        }
                    }});
    room.start(1);
    for (int number = 1; number <= 3; ++number) {
        room.does(exam::command::OpenQuestion{{1}, number});
        if (number == 2) room.does(exam::command::ReportFocusLost{{1}, number});
        room.clock().pass(seconds(number == 1 ? 63 : 30));
        room.does(room.answer(1));
    }
    auto skip = room.answer(1);
    skip.value = answers::kSkipped;
    room.does(skip);
    room.finalise();
    return {history_of(room), record::content_of(room.pack())};
}

template <class E>
void forget(History& history, int question) {
    std::erase_if(history, [&](const auto& fact) {
        const auto* found = std::get_if<E>(&fact.event);
        return found != nullptr && found->number == question;
    });
}

}  // namespace

TEST_CASE("what the room recorded comes out the same when it is scored again") {
    CHECK(differences(finished_session()).empty());
}

TEST_CASE("a status, a capacity, a question or a result that the rules do not give is found") {
    auto scored = finished_session();
    auto& history = scored.history;
    const CandidateNumber one{1};
    const CandidateNumber two{2};

    SECTION("a wrong answer counted as right") {
        for (int i = 0; i < 32; ++i) {
            auto& answer = nth<event::AnswerRecorded>(history, one, i);
            if (answer.status == answers::Status::ko) answer.status = answers::Status::ok;
        }
    }
    SECTION("a wrong answer said to be skipped") {
        nth<event::AnswerRecorded>(history, one, 0).status = answers::Status::aband;
    }
    SECTION("a capacity off by the last bit") {
        auto& capacity = nth<event::AnswerRecorded>(history, one, 4).capacity;
        capacity = std::nextafter(capacity, 10.0);
    }
    SECTION("a question that was not the one drawn") {
        auto& asked = nth<event::QuestionAsked>(history, one, 7);
        asked.item = nth<event::QuestionAsked>(history, one, 9).item;
        nth<event::AnswerRecorded>(history, one, 7).item = asked.item;
    }
    SECTION("a calibration that is not the pack's") {
        nth<event::QuestionAsked>(history, one, 7).difficulty += 0.001;
    }
    SECTION("a draw that did not fall that way") {
        auto& rank = nth<event::QuestionAsked>(history, one, 3).rank;
        rank = 4 - rank;
    }
    SECTION("a seed that is not the one of the draws") {
        ++nth<event::TestStarted>(history, two, 0).seed;
    }
    SECTION("a test said to be complete that is not") {
        nth<event::TestFinished>(history, two, 0).reason = exam::FinishReason::completed;
    }
    SECTION("a complete test said to be ended by the invigilator") {
        nth<event::TestFinished>(history, one, 0).reason = exam::FinishReason::ended_by_invigilator;
    }
    SECTION("a test ended by a time that was not over") {
        nth<event::TestFinished>(history, two, 0).reason = exam::FinishReason::time;
    }
    SECTION("one point too many") { ++nth<event::ResultDecided>(history, one, 0).result.pix_score; }
    SECTION("a level raised") {
        ++nth<event::ResultDecided>(history, two, 0).result.levels.begin()->second;
    }
    SECTION("no result at all") {
        std::erase_if(history, [&](const auto& fact) {
            const auto* result = std::get_if<event::ResultDecided>(&fact.event);
            return result != nullptr && result->candidate == one;
        });
    }

    const auto found = differences(scored);
    REQUIRE(found.size() == 1);
    CHECK((found.front().candidate == one || found.front().candidate == two));
}

TEST_CASE("a result for somebody who never began is found") {
    auto scored = finished_session();
    auto result = nth<event::ResultDecided>(scored.history, {1}, 0);
    std::erase_if(scored.history, [&](const auto& fact) {
        return exam::candidate_of(fact.event) == CandidateNumber{2} &&
               !std::holds_alternative<event::CandidateEnrolled>(fact.event);
    });
    result.candidate = {2};
    scored.history.push_back({result, scored.history.back().stamp});
    CHECK(differences(scored).size() == 1);
}

TEST_CASE("a question answered late or after its page was left comes out the same") {
    const auto scored = conducted_session();
    CHECK(differences(scored).empty());
    auto history = scored.history;
    const auto status = [&](int n) { return nth<event::AnswerRecorded>(history, {1}, n).status; };
    CHECK(status(0) == answers::Status::timedout);
    CHECK(status(1) == answers::Status::focused_out);
    CHECK(status(2) == answers::Status::ok);
    CHECK(status(3) == answers::Status::aband);
}

TEST_CASE("a late answer, a page left or an opening that is tampered with is found") {
    auto scored = conducted_session();
    auto& history = scored.history;
    SECTION("a late answer that counts") {
        nth<event::AnswerRecorded>(history, {1}, 0).status = answers::Status::ok;
    }
    SECTION("an answer that is brought forward") {
        for (auto& fact : history)
            if (auto* answer = std::get_if<event::AnswerRecorded>(&fact.event);
                answer != nullptr && answer->number == 1)
                fact.stamp.tick = fact.stamp.tick + milliseconds(-1001);
    }
    SECTION("a page left that is forgotten") { forget<event::FocusLost>(history, 2); }
    SECTION("an answer to a question that nobody opened") {
        forget<event::QuestionOpened>(history, 3);
    }
    SECTION("an opening that the question does not need") {
        scored.content.conducts.assign(scored.content.items.size(), {});
    }
    CHECK(differences(scored).size() == 1);
}

TEST_CASE("a test of the room engine comes out the same, and another question is found") {
    SmallRoom room({.candidates = 3, .change = [](pack::Pack& pack) {
                        auto& version = pack.certification_version;
                        version.algorithm = adaptive::Algorithm::room;
                        version.competence_intervals["1"] = version.competence_intervals["1.1"];
                    }});
    for (const auto candidate : {1u, 2u, 3u}) room.start(candidate);
    for (int i = 0; i < 22; ++i)
        for (const auto candidate : {1u, 2u, 3u})
            room.does(room.answer(candidate, (i + static_cast<int>(candidate)) % 3 != 0));
    room.finish(1);
    room.finalise();
    Scored scored{history_of(room), record::content_of(room.pack())};
    CHECK(differences(scored).empty());
    SECTION("a question that the room was not asked before") {
        auto& asked = nth<event::QuestionAsked>(scored.history, {1}, 7);
        asked.item = nth<event::QuestionAsked>(scored.history, {1}, 9).item;
        nth<event::AnswerRecorded>(scored.history, {1}, 7).item = asked.item;
    }
    SECTION("a range of levels that is narrowed") {
        auto& range = nth<event::ResultDecided>(scored.history, {1}, 0).result.level_ranges.at("1");
        ++range.high;
    }
    SECTION("a capacity off by the last bit") {
        auto& capacity = nth<event::AnswerRecorded>(scored.history, {2}, 4).capacity;
        capacity = std::nextafter(capacity, 10.0);
    }
    // Maybe of the neighbours too: what the room was asked counts for them.
    CHECK_FALSE(differences(scored).empty());
}
