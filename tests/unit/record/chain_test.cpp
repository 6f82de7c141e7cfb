// SPDX-License-Identifier: Apache-2.0
#include "record/chain_reader.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using namespace preau::record;
using test::SmallRoom;

namespace {

/// A short session with an interruption: two epochs, a lost contact, a take-over, a seal.
std::vector<Entry> short_session(SmallRoom& room) {
    room.start(1);
    for (int i = 0; i < 3; ++i) room.does(room.answer(1, i % 2 == 0));
    room.clock().pass(seconds(45));
    room.session().observe_time();
    room.commit();
    room.reopen();
    room.session().hear({1});
    room.does(exam::command::Join{test::pupil(1), test::device(99)});
    room.does(exam::command::AuthoriseResume{{1}});
    room.does(room.answer(1));
    room.does(exam::command::EndTest{{1}});
    room.finalise();
    return room.entries();
}

/// Number of the record that is refused; the number of records when none is.
std::size_t refused_at(const ChainTrust& trust, const std::vector<Entry>& entries) {
    ChainReader reader(trust);
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (!reader.read(entries[i])) return i;
    return entries.size();
}

}  // namespace

TEST_CASE("a journal made by the room is accepted to its last record") {
    SmallRoom room;
    const auto entries = short_session(room);
    CHECK(refused_at(room.trust(), entries) == entries.size());
}

TEST_CASE("a journal read under another authorisation, session or box is refused at once") {
    SmallRoom room;
    const auto entries = short_session(room);
    auto trust = room.trust();
    trust.authorisation[0] ^= 1;
    CHECK(refused_at(trust, entries) == 0);
    trust = room.trust();
    trust.session.bytes[0] ^= 1;
    CHECK(refused_at(trust, entries) == 0);
    trust = room.trust();
    trust.boxes["BOX-TEST"][0] ^= 1;
    CHECK(refused_at(trust, entries) == 0);
    trust = room.trust();
    trust.boxes = {{"BOX-OTHER", room.box().key.public_key()}};
    CHECK(refused_at(trust, entries) == 0);
}

TEST_CASE("a record left out, swapped or sent twice is refused") {
    SmallRoom room;
    const auto entries = short_session(room);
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        auto without = entries;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(refused_at(room.trust(), without) == i);
        auto swapped = entries;
        std::swap(swapped[i], swapped[i + 1]);
        CHECK(refused_at(room.trust(), swapped) == i);
        auto twice = entries;
        twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(i), entries[i]);
        CHECK(refused_at(room.trust(), twice) == i + 1);
    }
}

TEST_CASE("any flipped bit of a header, a leaf, a salt or a payload is refused at its record") {
    SmallRoom room;
    const auto entries = short_session(room);
    const auto flipped = [&](std::size_t i, auto part) {
        auto changed = entries;
        part(changed[i]) ^= 0x10;
        // What was hashed is refused at its record; the leaf hides it from none.
        CHECK(refused_at(room.trust(), changed) == i);
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (std::size_t at = 0; at < 128; at += 7)
            flipped(i, [at](Entry& entry) -> std::uint8_t& { return entry.header[at]; });
        flipped(i, [](Entry& entry) -> std::uint8_t& { return entry.leaf[5]; });
        flipped(i, [](Entry& entry) -> std::uint8_t& { return entry.salt[5]; });
        flipped(i, [](Entry& entry) -> std::uint8_t& {
            return entry.payload[entry.payload.size() / 2];
        });
    }
}

TEST_CASE("a reader that has refused a record goes on from where it stood") {
    SmallRoom room;
    const auto entries = short_session(room);
    ChainReader reader(room.trust());
    CHECK_FALSE(reader.read(entries[1]).has_value());
    for (const auto& entry : entries) CHECK(reader.read(entry).has_value());
}

TEST_CASE("the last record of a sealed session is a checkpoint over all those before it") {
    SmallRoom room;
    const auto entries = short_session(room);
    ChainReader reader(room.trust());
    for (const auto& entry : entries) REQUIRE(reader.read(entry).has_value());
    CHECK(reader.last_type() == Type::checkpoint);
    REQUIRE(reader.checkpoint().has_value());
    CHECK(reader.checkpoint()->size == entries.size() - 1);
}
