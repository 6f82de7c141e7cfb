// SPDX-License-Identifier: Apache-2.0
//
// A box dies, its stick goes into another one.
#include "record/epoch.hpp"
#include "seal/hash.hpp"
#include "unit/room/copied_room.hpp"

#include <optional>

using namespace preau;
using namespace preau::test;

namespace {

constexpr const char* kNumber = "123456";

class Nobody : public room::Announcer {
    void announce(const room::LiveSession&, CandidateNumber) override {}
};

/// The room that runs the session, with its stick.
struct First {
    SmallRoom room{copied()};
    crash::CopyMedium medium;
    CopiedRoom copies{room.room(),    room.journal(),        room.clock(),
                      room.entropy(), own_certificate(room), medium};

    /// Three candidates at work; everything is on the stick.
    void work() {
        copies.turn();
        for (std::uint32_t n = 1; n <= 3; ++n) {
            room.start(n);
            for (std::uint32_t i = 0; i < n; ++i) room.does(room.answer(n));
        }
        copies.turn();
    }
};

/// Another box, with a disk of its own and whatever stick it is given.
class Box {
  public:
    Box(const pack::Pack& pack, crash::CopyMedium& medium, std::string name = kSpare,
        std::uint8_t key = 0x22)
        : name_(std::move(name)), key_(key_of(key)), vault_(pack), medium_(medium) {
        start();
    }

    void start() {
        copies_.reset();
        room_.reset();
        journal_.reset();
        auto journal = store::Journal::open(folder_.file("box.db"));
        REQUIRE(journal.has_value());
        journal_.emplace(std::move(*journal));
        room_.emplace(*journal_, vault_,
                      room::LiveSession::Ports{{name_, key_, "test"}, clock_, entropy_, others_},
                      nobody_);
        copies_.emplace(
            *room_, *journal_, clock_, entropy_, [this] { return certificates(); }, medium_);
        room_->take_copies_from({copies_->shelf(), root_,
                                 [this](const seal::Certificate& box, const std::string& text) {
                                     others_[box.box] = box.signing;
                                     documents_[box.box] = text;
                                     return Result<void>();
                                 }});
        REQUIRE(room_->open().has_value());
        copies_->turn();
    }

    Result<void, room::StillLocked> take_over(std::string_view code = kDayCode,
                                              bool password = true) {
        return room_->take_over(kNumber, code, [password](const std::string& hash) {
            CHECK(hash == "hash of the password");
            return password;
        });
    }
    room::LiveSession& unlock() {
        auto unlocked = room_->unlock(kNumber, kDayCode);
        if (!unlocked) FAIL(unlocked.error().detail);
        copies_->turn();
        return **unlocked;
    }
    room::Room& room() { return *room_; }
    store::Journal& journal() { return *journal_; }
    record::BoxKeys keys() const {
        auto keys = others_;
        keys[name_] = key_.public_key();
        return keys;
    }
    void turn() { copies_->turn(); }

  private:
    std::map<std::string, std::string> certificates() {
        auto documents = documents_;
        documents[name_] = certificate_of({name_, key_, "test"});
        return documents;
    }

    TempDir folder_;
    std::string name_;
    seal::SigningKey key_;
    SmallVault vault_;
    crash::CopyMedium& medium_;
    ManualClock clock_;
    SeededEntropy entropy_{99};
    seal::Root root_ = kPlatform.root();
    Nobody nobody_;
    record::BoxKeys others_;
    std::map<std::string, std::string> documents_;
    std::optional<store::Journal> journal_;
    std::optional<room::Room> room_;
    std::optional<CopiedRoom> copies_;
};

/// Answers whatever is asked, to the end.
void finish(room::LiveSession& session, CandidateNumber number) {
    while (const auto* asked = session.state().find(number)->current()) {
        const auto answered = session.act(exam::command::AnswerQuestion{
            number, asked->number, asked->item, "1", command_id(number.value, asked->number)});
        REQUIRE(answered.has_value());
    }
}

}  // namespace

TEST_CASE("take over: a stick with nothing, and one of a session for others, offer nothing") {
    First first;
    crash::CopyMedium empty;
    Box nothing(first.room.pack(), empty);
    CHECK_FALSE(nothing.room().may_take_over());
    first.work();
    Box stranger(first.room.pack(), first.medium, "BOX-OTHER");
    CHECK_FALSE(stranger.room().may_take_over());
    CHECK_FALSE(stranger.room().can_take_over(kNumber));
}

TEST_CASE("take over: a wrong code or password changes nothing") {
    First first;
    first.work();
    Box spare(first.room.pack(), first.medium);
    REQUIRE(spare.room().can_take_over(kNumber));
    const auto wrong_code = spare.take_over("0000-0000-0000-0000");
    REQUIRE_FALSE(wrong_code.has_value());
    CHECK(wrong_code.error().why == room::Lock::code_wrong);
    const auto wrong_password = spare.take_over(kDayCode, false);
    REQUIRE_FALSE(wrong_password.has_value());
    CHECK(wrong_password.error().why == room::Lock::password_wrong);
    CHECK(spare.journal().sessions()->empty());
    CHECK(spare.room().can_take_over(kNumber));
}

TEST_CASE("take over: no acknowledged answer is lost, and the session goes on to its end") {
    First first;
    first.work();
    const auto before = first.room.session().state();
    const auto written = first.room.entries();

    Box spare(first.room.pack(), first.medium);
    REQUIRE(spare.take_over().has_value());
    auto& session = spare.unlock();
    for (const auto& [number, candidate] : before.candidates) {
        const auto* now = session.state().find(number);
        REQUIRE(now != nullptr);
        CHECK(now->answers() == candidate.answers());
        CHECK(now->lease == candidate.lease);  // the same station goes on
        CHECK(now->questions.size() == candidate.questions.size());
    }
    const auto entries = *spare.journal().load(session.row().id);
    REQUIRE(entries.size() > written.size());
    CHECK(std::equal(written.begin(), written.end(), entries.begin()));
    const auto epoch = record::verify_epoch(as_text(entries[written.size()].payload), spare.keys());
    REQUIRE(epoch.has_value());
    CHECK(epoch->reason == record::EpochReason::takeover);
    CHECK(epoch->box == kSpare);

    const auto& asked = *session.state().find({1})->current();
    REQUIRE(session
                .act(exam::command::AnswerQuestion{
                    {1}, asked.number, asked.item, "1", command_id(1, asked.number)})
                .has_value());
    for (const auto& [number, candidate] : before.candidates) finish(session, number);
    REQUIRE(session.act(exam::command::Finalise{}).has_value());
    spare.turn();
    CHECK(session.sealed());
    const auto whole = *spare.journal().load(session.row().id);
    const auto payload =
        seal::unverified_payload(session.row().authorisation, seal::kAuthorisationType);
    const auto verified =
        room::open_journal({session.row().id, seal::sha256(*payload), spare.keys()}, whole);
    if (!verified) FAIL(verified.error().message);
    CHECK(verified->state == session.state());
}

TEST_CASE("take over: the box that took over opens the session again after a power cut") {
    First first;
    first.work();
    Box spare(first.room.pack(), first.medium);
    REQUIRE(spare.take_over().has_value());
    const auto size = spare.unlock().size();
    spare.start();
    CHECK(spare.room().find_locked(kNumber) != nullptr);
    CHECK(spare.unlock().size() > size);
    CHECK(spare.room().find(kNumber)->state().second_copy.attached);
}

TEST_CASE("take over: a copy of the copy goes on to a third start elsewhere") {
    First first;
    first.work();
    std::size_t answers = 0;
    {
        Box spare(first.room.pack(), first.medium);
        REQUIRE(spare.take_over().has_value());
        auto& session = spare.unlock();
        answers = static_cast<std::size_t>(session.state().find({3})->answers());
    }
    Box again(first.room.pack(), first.medium);  // the spare, with an empty disk
    REQUIRE(again.take_over().has_value());
    CHECK(static_cast<std::size_t>(again.unlock().state().find({3})->answers()) == answers);
}

TEST_CASE("take over: a stick with any byte of its sheet changed is refused and said") {
    First first;
    first.work();
    const auto name = store::copy_sheet_name(first.room.authorisation().session);
    auto sheet = first.medium.content(name);
    sheet[sheet.size() - 5] ^= 1;
    first.medium.put(name, sheet);
    Box spare(first.room.pack(), first.medium);
    const auto taken = spare.take_over();
    REQUIRE_FALSE(taken.has_value());
    CHECK(taken.error().why == room::Lock::copy_damaged);
}

TEST_CASE("A3: a box whose disk was set back takes from the copy what it lacks") {
    First first;
    first.work();
    const auto entries = first.room.entries();
    Box set_back(first.room.pack(), first.medium, "BOX-TEST", 0x11);
    const auto half = std::span(entries).first(entries.size() / 2);
    REQUIRE(set_back.journal().add_session(first.room.session().row(), half).has_value());
    set_back.start();
    auto& session = set_back.unlock();
    const auto now = *set_back.journal().load(session.row().id);
    REQUIRE(now.size() > entries.size());
    CHECK(std::equal(entries.begin(), entries.end(), now.begin()));
    CHECK(session.state().second_copy.attached);
}

TEST_CASE("A3: a box that was not dead finds that the stick has gone on without it") {
    First first;
    first.work();
    first.medium.put_back();  // it was taken out and put into the spare
    const auto name = store::copy_name(first.room.authorisation().session);
    {
        Box spare(first.room.pack(), first.medium);
        REQUIRE(spare.take_over().has_value());
        spare.unlock();
    }
    const auto stick = first.medium.content(name);
    first.room.does(first.room.answer(1));
    first.copies.turn();
    first.room.clock().pass(seconds(2));
    first.copies.turn();
    CHECK(first.room.session().copy().loss == exam::SecondCopyLoss::foreign);
    CHECK((first.medium.content(name) == stick));

    Box back(first.room.pack(), first.medium, "BOX-TEST", 0x11);
    REQUIRE(
        back.journal().add_session(first.room.session().row(), first.room.entries()).has_value());
    back.start();
    const auto unlocked = back.room().unlock(kNumber, kDayCode);
    REQUIRE_FALSE(unlocked.has_value());
    CHECK(unlocked.error().why == room::Lock::copy_differs);
    CHECK((first.medium.content(name) == stick));
}
