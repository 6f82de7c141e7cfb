// SPDX-License-Identifier: Apache-2.0
#include "exam/next_question.hpp"
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

#include <set>

using namespace preau;
using exam::AbortReason;
using exam::Phase;
using test::Play;
namespace command = exam::command;

namespace {

exam::Content room_content() {
    auto content = test::small_content();
    content.version.algorithm = adaptive::Algorithm::room;
    content.version.competence_intervals["1"] = content.version.competence_intervals.at("1.1");
    content.version.competence_intervals["16"] = content.version.competence_intervals.at("1.1");
    content.prepare();
    return content;
}

const exam::CertificationResult& result_of(const Play& play) {
    return play.session().results.at({1});
}

exam::CertificationResult after_25(AbortReason reason) {
    Play play(room_content());
    play.bring(1, Phase::in_progress);
    for (int i = 0; i < 25; ++i) play.does(play.answer(1, i % 3 != 0));
    play.does(command::Finalise{{{CandidateNumber{1}, reason}}});
    return result_of(play);
}

}  // namespace

TEST_CASE("room engine: a test has two questions of every competence, and none twice") {
    Play play(room_content());
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 32);
    REQUIRE(play.candidate(1).outcome.has_value());
    CHECK(play.candidate(1).outcome->reason == exam::FinishReason::completed);
    std::map<std::string, int> competences;
    std::set<std::string> items;
    for (const auto& question : play.candidate(1).questions) {
        ++competences[play.content().items.at(*play.content().index_of(question.item)).competence];
        items.insert(question.item);
    }
    CHECK(items.size() == 32);
    CHECK(competences.size() == 16);
    for (const auto& [competence, count] : competences) CHECK(count == 2);
}

TEST_CASE("room engine: a right answer never lowers the estimate, a wrong one never raises it") {
    Play play(room_content());
    play.bring(1, Phase::in_progress);
    double before = exam::test_of(play.candidate(1), play.content()).estimate.capacity;
    for (int i = 0; i < 32; ++i) {
        const bool right = i % 5 < 3;
        play.does(play.answer(1, right));
        const double after =
            play.candidate(1).questions.at(static_cast<std::size_t>(i)).answer->capacity;
        CHECK((right ? after >= before : after <= before));
        before = after;
    }
}

TEST_CASE("room engine: what the room was asked is counted, and a spent question waits") {
    auto content = room_content();
    content.version.room.exposure_max = 0.01;
    content.version.room.noise = 0;
    Play play(content, 8);
    for (std::uint32_t number = 1; number <= 8; ++number) play.bring(number, Phase::in_progress);
    int asked = 0;
    for (const auto& [item, times] : play.session().asked) {
        CHECK(times <= 2);  // one in a hundred of eight, rounded up, and one more for chance
        asked += times;
    }
    CHECK(asked == 8);
}

TEST_CASE("room engine: the next question depends on the room only through the session") {
    Play play(room_content());
    play.bring(1, Phase::in_progress);
    play.bring(2, Phase::in_progress);
    play.answer_all(2, 20);
    for (int i = 0; i < 31; ++i) {
        const auto before = play.session();
        const auto events = play.does(play.answer(1, i % 2 == 0));
        auto answered = play.candidate(1);
        answered.questions.pop_back();
        const auto again = exam::choose_question(before, answered, play.content());
        REQUIRE(again.has_value());
        CHECK(*again == std::get<exam::event::QuestionAsked>(events.back()));
    }
}

TEST_CASE("room engine: a result has a range around the level of each competence") {
    Play play(room_content());
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 32);
    play.does(command::Finalise{});
    const auto& result = result_of(play);
    CHECK(result.decision.status == exam::ResultStatus::validated);
    CHECK(result.error_rate > 0);
    REQUIRE(result.level_ranges.size() == result.levels.size());
    for (const auto& [competence, range] : result.level_ranges) {
        CHECK(range.low <= result.levels.at(competence));
        CHECK(result.levels.at(competence) <= range.high);
    }
}

TEST_CASE("room engine: who gives up after 25 answers gets less than after a breakdown") {
    const auto gave_up = after_25(AbortReason::candidate);
    const auto broke_down = after_25(AbortReason::technical);
    CHECK(gave_up.degraded);
    CHECK_FALSE(broke_down.degraded);
    CHECK(gave_up.pix_score < broke_down.pix_score);
    CHECK(gave_up.levels.at("1") <= broke_down.levels.at("1"));
    CHECK(gave_up == after_25(AbortReason::candidate));
}
