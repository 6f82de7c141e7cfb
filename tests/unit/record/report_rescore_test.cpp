// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "record/chain_reader.hpp"
#include "record/content.hpp"
#include "record/rescore.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <algorithm>

using namespace preau;
using test::SmallRoom;
namespace command = exam::command;
namespace event = exam::event;

namespace {

constexpr CandidateNumber kOne{1};

struct Scored {
    std::vector<exam::Fact> history;
    exam::Content content;

    auto differences() const { return record::rescore(history, content).size(); }
};

void report(SmallRoom& room, int number, bool accept) {
    room.does(command::RaiseReport{kOne, number, exam::ReportReason::other});
    room.clock().pass(minutes(3));
    room.does(command::SettleReport{kOne, accept, exam::ReportCategory::e11});
}

/// Question 4 is set aside twice, the report on 5 refused; then the room is paused for a while,
/// time added, and an interruption taken back.
Scored reported_session(adaptive::Algorithm algorithm) {
    SmallRoom room({.candidates = 2, .change = [&](pack::Pack& pack) {
                        auto& version = pack.certification_version;
                        version.algorithm = algorithm;
                    }});
    room.start(1);
    for (int i = 0; i < 3; ++i) room.does(room.answer(1, i != 1));
    report(room, 4, true);
    report(room, 4, true);
    room.does(room.answer(1));
    report(room, 5, false);
    room.does(command::Pause{{}, true});
    room.clock().pass(minutes(5));
    room.does(command::Pause{{}, false});
    room.does(command::AddTime{{}, minutes(10), "alerte"});
    const auto silent_since = room.session().now();
    room.clock().pass(minutes(2));
    room.does(command::LoseContact{kOne, silent_since});
    room.does(command::RegainContact{kOne});
    room.does(command::RuleInterruption{kOne, 1, false});
    room.finish(1);
    room.finalise();
    Scored scored{{}, record::content_of(room.pack())};
    record::ChainReader reader(room.trust());
    reader.watch([&](const exam::Fact& fact, const record::Header&, const Hash&) {
        scored.history.push_back(fact);
    });
    for (const auto& entry : room.entries()) REQUIRE(reader.read(entry).has_value());
    return scored;
}

template <class E>
E& nth(Scored& scored, int n) {
    for (auto& fact : scored.history)
        if (auto* found = std::get_if<E>(&fact.event); found != nullptr && n-- == 0) return *found;
    FAIL("no such event");
    PREAU_UNREACHABLE();
}

template <class E>
void forget(Scored& scored) {
    std::erase_if(scored.history,
                  [](const auto& fact) { return std::holds_alternative<E>(fact.event); });
}

constexpr auto kEngines = {adaptive::Algorithm::pix_flash_v3, adaptive::Algorithm::room};

}  // namespace

TEST_CASE("reports accepted and refused, pauses and time come out the same with either engine") {
    for (const auto engine : kEngines) {
        auto scored = reported_session(engine);
        CHECK(scored.differences() == 0);
        CHECK(nth<event::QuestionAsked>(scored, 3).number == 4);
        CHECK(nth<event::QuestionAsked>(scored, 5).number == 4);
        CHECK(nth<event::QuestionAsked>(scored, 6).number == 5);
    }
}

TEST_CASE("an accepted report that is forged is found") {
    auto scored =
        reported_session(GENERATE(adaptive::Algorithm::pix_flash_v3, adaptive::Algorithm::room));
    SECTION("the skill that was set aside is asked again") {
        nth<event::QuestionAsked>(scored, 4).item = nth<event::QuestionAsked>(scored, 3).item;
    }
    SECTION("a category that the question does not offer") {
        nth<event::ReportAccepted>(scored, 0).category = exam::ReportCategory::e10;
    }
    SECTION("an answer given while the room was paused") { forget<event::RoomContinued>(scored); }
    SECTION("an answer given while the contact was lost") {
        std::erase_if(scored.history, [](const auto& fact) {
            return std::holds_alternative<event::ContactRegained>(fact.event) ||
                   std::holds_alternative<event::InterruptionRuled>(fact.event);
        });
    }
    CHECK(scored.differences() == 1);
}

TEST_CASE("the same number asked again without an accepted report is found") {
    auto scored = reported_session(adaptive::Algorithm::pix_flash_v3);
    // What tells of reports goes; the two questions that were set aside stay.
    forget<event::ReportRaised>(scored);
    forget<event::ReportAccepted>(scored);
    forget<event::ReportRefused>(scored);
    CHECK(scored.differences() == 1);
}

TEST_CASE("a test that starts in a paused room or without its lockdown is found") {
    auto scored = reported_session(adaptive::Algorithm::pix_flash_v3);
    const auto start = std::ranges::find_if(scored.history, [](const auto& fact) {
        return std::holds_alternative<event::TestStarted>(fact.event);
    });
    SECTION("paused") {
        const auto stamp = start->stamp;
        scored.history.insert(start, {event::RoomPaused{}, stamp});
    }
    SECTION("without lockdown") {
        auto& opened = std::get<event::SessionOpened>(scored.history.front().event);
        opened.sheet.lockdown = exam::LockdownPolicy::any;
    }
    CHECK(scored.differences() == 1);
}

TEST_CASE("an answer given while a report waits is found") {
    auto scored = reported_session(adaptive::Algorithm::pix_flash_v3);
    forget<event::ReportRefused>(scored);
    CHECK(scored.differences() == 1);
}

TEST_CASE("a question opened while the test is paused is found") {
    SmallRoom room({.candidates = 1, .change = [](pack::Pack& pack) {
                        for (auto& question : pack.questions) question.timer_seconds = 60;
                    }});
    room.start(1);
    const auto content = record::content_of(room.pack());
    std::vector<exam::Fact> history;
    record::ChainReader reader(room.trust());
    reader.watch([&](const exam::Fact& fact, const record::Header&, const Hash&) {
        history.push_back(fact);
    });
    for (const auto& entry : room.entries()) REQUIRE(reader.read(entry).has_value());
    const auto stamp = history.back().stamp;
    history.push_back({event::TestPaused{kOne}, stamp});
    history.push_back({event::TestContinued{kOne}, stamp});
    history.push_back({event::QuestionOpened{kOne, 1}, stamp});
    CHECK(record::rescore(history, content).empty());
    history.erase(history.end() - 2);
    CHECK(record::rescore(history, content).size() == 1);
}
