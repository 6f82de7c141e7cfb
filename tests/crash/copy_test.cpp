// SPDX-License-Identifier: Apache-2.0
#include "crash/copy_room.hpp"
#include "support/catch.hpp"

using namespace preau;
using namespace preau::crash;
using store::CopyLoss;

namespace {

std::vector<record::Entry> first(std::size_t count) {
    const auto& entries = CopyRoom::history().entries;
    return {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(count)};
}

Bytes file_of(const std::vector<record::Entry>& entries) {
    Bytes file;
    for (const auto& entry : entries) {
        const auto record = store::encode_copy(entry, *CopyRoom::cipher());
        file.insert(file.end(), record.begin(), record.end());
    }
    file.resize(file.size() + 1000);
    return file;
}

}  // namespace

TEST_CASE("second copy: a stick that was pulled out is lost, put back is caught up") {
    CopyMedium medium;
    CopyRoom room(medium);
    room.write(10);
    room.settle();
    REQUIRE(room.is_attached());
    medium.pull_out();
    room.write(10);
    room.settle();
    CHECK(room.is_lost(CopyLoss::removed));
    CHECK_FALSE(room.standing().holds(5));
    room.write(10);
    medium.put_back();
    room.settle();
    CHECK(room.is_lost(CopyLoss::removed));  // not looked for at every turn
    room.pass(seconds(2));
    room.settle();
    CHECK(room.is_attached());
    CHECK(recover(medium.disk()) == first(30));
}

TEST_CASE("second copy: no stick at all is said, and costs one look every two seconds") {
    CopyMedium medium;
    medium.pull_out();
    CopyRoom room(medium);
    room.write(10);
    for (int i = 0; i < 100; ++i) room.settle();
    CHECK(room.is_lost(CopyLoss::removed));
    CHECK(medium.operations() == 1);
}

TEST_CASE("second copy: a stick that does not answer is slow after two seconds, and waited for") {
    CopyMedium medium;
    CopyRoom room(medium);
    room.write(10);
    room.settle();
    for (int second = 0; second < 30; ++second) {
        room.write(1);
        room.follow();
        CHECK(room.worker().waiting() == 1);  // nothing piles up behind it
        CHECK(room.is_attached() == (second < 2));
        if (second >= 2) CHECK(room.is_lost(CopyLoss::slow));
        room.pass(seconds(1));
    }
    room.settle();
    CHECK(room.is_attached());
    CHECK(recover(medium.disk()) == first(40));
}

TEST_CASE("second copy: a stick that is slow and then dies is caught up when it is back") {
    CopyMedium medium;
    CopyRoom room(medium);
    room.write(10);
    room.settle();
    room.write(5);
    room.follow();
    room.pass(seconds(30));
    room.follow();
    CHECK(room.is_lost(CopyLoss::slow));
    medium.pull_out();
    room.settle();
    CHECK(room.is_lost(CopyLoss::removed));
    medium.put_back();
    room.pass(seconds(2));
    room.settle();
    CHECK(room.is_attached());
    CHECK(recover(medium.disk()) == first(15));
}

TEST_CASE("second copy: a full stick is lost as full, and keeps what it has") {
    CopyMedium medium;
    medium.put(CopyRoom::file_name(), file_of(first(10)));
    medium.limit_to(medium.content(CopyRoom::file_name()).size());
    CopyRoom room(medium);
    room.write(10);
    room.settle();
    CHECK(room.is_attached());
    room.write(20);
    room.settle();
    CHECK(room.is_lost(CopyLoss::full));
    CHECK(recover(medium.disk()) == first(10));
    medium.limit_to(SIZE_MAX);
    room.pass(seconds(2));
    room.settle();
    CHECK(room.is_attached());
    CHECK(recover(medium.disk()) == first(30));
}

TEST_CASE("second copy: a stick that takes no writing is lost as failed") {
    CopyMedium medium;
    CopyRoom room(medium);
    room.write(10);
    room.settle();
    medium.make_read_only(true);
    room.write(1);
    room.settle();
    CHECK(room.is_lost(CopyLoss::failed));
    CHECK(recover(medium.disk()) == first(10));
}

TEST_CASE("second copy: what does not read back as written does not count") {
    CopyMedium medium;
    CopyRoom room(medium);
    room.write(10);
    room.settle();
    medium.garble_next_write();
    room.write(1);
    room.settle();
    CHECK(room.is_lost(CopyLoss::failed));
    CHECK(room.acknowledged() == 10);
    room.pass(seconds(2));
    room.settle();
    CHECK(room.is_attached());
    CHECK(recover(medium.disk()) == first(11));
}

TEST_CASE("second copy: a copy that knows more than the box is left as it is, and said") {
    CopyMedium medium;
    const auto longer = file_of(first(20));
    medium.put(CopyRoom::file_name(), longer);
    CopyRoom room(medium);
    room.write(15);
    room.settle();
    CHECK(room.is_lost(CopyLoss::foreign));
    CHECK(medium.content(CopyRoom::file_name()) == longer);
    CHECK(medium.content(store::copy_sheet_name(CopyRoom::chain().session)).empty());

    auto damaged = longer;  // and so is one whose later records hide behind a damaged one
    damaged[300] ^= 1;
    medium.put(CopyRoom::file_name(), damaged);
    room.pass(seconds(2));
    room.settle();
    CHECK(room.is_lost(CopyLoss::foreign));
    CHECK(medium.content(CopyRoom::file_name()) == damaged);
}

TEST_CASE("second copy: a copy of another course of the session is left as it is") {
    CopyMedium medium;
    auto fork = first(10);
    const auto& other = other_history()[0].entries;  // same session, same numbers, other bytes
    fork = {other.begin(), other.begin() + 10};
    medium.put(CopyRoom::file_name(), file_of(fork));
    CopyRoom room(medium);
    room.write(15);
    room.settle();
    CHECK(room.is_lost(CopyLoss::foreign));
    CHECK(medium.content(CopyRoom::file_name()) == file_of(fork));
}

TEST_CASE("second copy: a file of another session under this one's name is left as it is") {
    CopyMedium medium;
    const auto& entries = usual_history()[1].entries;
    const auto other = file_of({entries.begin(), entries.begin() + 5});
    medium.put(CopyRoom::file_name(), other);
    CopyRoom room(medium);
    room.write(15);
    room.settle();
    CHECK(room.is_lost(CopyLoss::foreign));
    CHECK(medium.content(CopyRoom::file_name()) == other);
}

TEST_CASE("second copy: a damaged copy of this journal is made whole again") {
    CopyMedium medium;
    auto damaged = file_of(first(20));
    for (const std::size_t byte : {std::size_t{2000}, damaged.size() - 1100, damaged.size() - 1})
        damaged[byte] ^= 0x40;
    medium.put(CopyRoom::file_name(), damaged);
    CopyRoom room(medium);
    room.write(20);
    room.settle();
    CHECK(room.is_attached());
    CHECK(recover(medium.disk()) == first(20));
    const auto whole = store::read_copy(medium.content(CopyRoom::file_name()), CopyRoom::chain(),
                                        *CopyRoom::cipher());
    CHECK(whole.clean);
}

TEST_CASE("second copy: the sheet is there before the first record") {
    CopyMedium medium;
    CopyRoom room(medium);
    room.write(10);
    room.follow();
    room.worker().do_one();  // opened
    room.follow();
    CHECK(recover(medium.disk()).empty());
    room.worker().do_one();  // begun
    const auto sheet = medium.content(store::copy_sheet_name(CopyRoom::chain().session));
    const auto opened = store::open_sheet(sheet, *CopyRoom::cipher());
    REQUIRE(opened.has_value());
    CHECK(*opened == CopyRoom::sheet());
    CHECK(recover(medium.disk()).empty());
}

TEST_CASE("second copy: a room that is gone is not woken by what comes back late") {
    CopyMedium medium;
    PatientWorker worker(medium);
    test::ManualClock clock;
    int woken = 0;
    {
        store::SecondCopy copy(
            worker, [](const SessionId&, std::uint64_t, std::size_t) { return first(0); }, clock,
            [&] { ++woken; });
        copy.keep(CopyRoom::sheet(), CopyRoom::chain(), CopyRoom::cipher());
        REQUIRE(copy.follow([](const SessionId&) { return std::uint64_t{0}; }).has_value());
    }
    worker.do_one();
    CHECK(woken == 0);
}
