// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <algorithm>
#include <numeric>

using namespace preau;
using test::SmallRoom;
namespace command = exam::command;

namespace {

constexpr std::size_t kDatabaseBytesMax = 64 * 1024 * 1024;

/// A session with all that a candidate's test can bring, sealed.
void play(SmallRoom& room) {
    room.does(command::EnterInvigilation{test::device(90), "Mme Durand", true});
    room.start(1);
    room.finish(1);
    room.start(2);
    room.does(room.answer(2));
    room.does(command::RaiseReport{{2}, 2, exam::ReportReason::image});
    room.clock().pass(minutes(2));
    room.does(command::SettleReport{{2}, true, exam::ReportCategory::e11, {1, {}}});
    room.does(command::RaiseReport{{2}, 2, exam::ReportReason::file});
    room.does(command::SettleReport{{2}, false, {}, {1, {}}});
    room.does(room.answer(2, false));
    room.does(command::NoteIncident{{2}, exam::IncidentCategory::c8, "malaise", {1, {}}});
    room.does(command::EndTest{{2}, exam::AbortReason::technical, "panne", {1, {}}});
    room.finalise();
}

bool is_on_disk(const SmallRoom& room, std::string_view text) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(room.folder())) {
        const auto bytes = read_file(file.path(), kDatabaseBytesMax);
        if (bytes && as_text(*bytes).find(text) != std::string_view::npos) return true;
    }
    return false;
}

void erase(SmallRoom& room) {
    REQUIRE(room.journal().erase_answers(room.authorisation().session).has_value());
}

/// As the fold of the whole journal, without what only answers and questions tell.
exam::Session without_answers(exam::Session session) {
    const auto asked = std::accumulate(session.asked.begin(), session.asked.end(), 0,
                                       [](int sum, const auto& item) { return sum + item.second; });
    session.asked = {{"", asked}};
    for (auto& [number, candidate] : session.candidates) {
        candidate.seed = 0;
        for (auto& question : candidate.questions) {
            if (question.answer) {
                exam::Answer erased;
                erased.status = {};
                erased.at = question.answer->at;
                question.answer = erased;
            }
            question.item.clear();
            question.discriminant = question.difficulty = 0;
            question.rank = 0;
        }
    }
    return session;
}

}  // namespace

TEST_CASE("erased: no question and no answer is left in the files, and names and results are") {
    SmallRoom room;
    play(room);
    std::vector<std::string> gone;
    for (const auto& [item, times] : room.session().state().asked) gone.push_back(item);
    REQUIRE(gone.size() > 30);
    CHECK(is_on_disk(room, "answer") == true);
    CHECK(std::ranges::all_of(gone, [&](const auto& item) { return is_on_disk(room, item); }));
    erase(room);
    for (const auto& item : gone) CHECK_FALSE(is_on_disk(room, item));
    CHECK_FALSE(is_on_disk(room, "\"discriminant\""));
    CHECK_FALSE(is_on_disk(room, "\"error_rate\":0,\"number\""));
    CHECK(is_on_disk(room, "Mme Durand"));
    CHECK(is_on_disk(room, "pix_score"));
}

TEST_CASE("erased: a sealed session is verified and shown as before, without its pack") {
    SmallRoom room;
    play(room);
    const auto before = room.session().state();
    const auto timeline = room.session().timeline({2});
    const auto receipt = room.session().candidate_receipt({2})->statement;
    const auto checkpoint = room.session().checkpoint();
    erase(room);
    room.reopen();
    const auto& after = room.session();
    CHECK(after.answers_erased());
    CHECK(after.sealed());
    CHECK(after.find_pack() == nullptr);
    CHECK(after.pack_title() == room.pack().title);
    CHECK(after.state() == without_answers(before));
    CHECK(after.state().candidates.at({1}).answers() == 32);
    CHECK(after.timeline({2}) == timeline);
    CHECK(after.candidate_receipt({2})->statement == receipt);
    CHECK(after.checkpoint() == checkpoint);
    CHECK(after.content().version.configuration.maximum_assessment_length == 32);
    CHECK(after.state().results.at({1}).pix_score == before.results.at({1}).pix_score);
}

TEST_CASE("erased: what was erased of anything else, or of an open session, is refused") {
    SmallRoom room;
    play(room);
    erase(room);
    const auto entries = room.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].erased()) continue;
        auto more = entries;
        more[i].payload.clear();
        more[i].salt = {};
        record::ChainReader reader(room.trust());
        INFO("record " << i);
        CHECK_FALSE(reader.read_all(more).has_value());
    }
    SmallRoom open;
    open.start(1);
    auto early = open.entries();
    for (auto& entry : early)
        if (record::decode(entry.header)->type >> 8 == 0x02) entry.payload.clear();
    CHECK_FALSE(record::ChainReader(open.trust()).read_all(early).has_value());
}

TEST_CASE("erased: any flipped bit of what is left is found") {
    SmallRoom room;
    play(room);
    erase(room);
    const auto entries = room.entries();
    for (std::size_t i = 0; i < entries.size(); i += 3) {
        auto changed = entries;
        changed[i].header[50] ^= 1;
        CHECK_FALSE(record::ChainReader(room.trust()).read_all(changed).has_value());
        if (entries[i].erased()) continue;
        changed = entries;
        changed[i].payload[changed[i].payload.size() / 2] ^= 1;
        CHECK_FALSE(record::ChainReader(room.trust()).read_all(changed).has_value());
    }
}

TEST_CASE("erased: the room forgets the answers too, once the disk has") {
    SmallRoom room;
    play(room);
    const auto before = room.session().state();
    erase(room);
    REQUIRE(room.room().forget_answers(room.session()).has_value());
    CHECK(room.session().answers_erased());
    CHECK(room.session().state() == without_answers(before));
}
