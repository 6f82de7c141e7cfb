// SPDX-License-Identifier: Apache-2.0
#include "seal/candidate_receipt.hpp"

#include "record/header.hpp"
#include "room/live_session.hpp"
#include "seal/code.hpp"
#include "seal/merkle.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using test::SmallRoom;

namespace {

std::string code_of(SmallRoom& room, std::uint32_t candidate) {
    const auto receipt = room.session().candidate_receipt({candidate});
    REQUIRE(receipt.has_value());
    return seal::receipt_code(seal::encode(receipt->statement));
}

/// What anybody can work out of the stored journal.
seal::CandidateStatement from_the_journal(SmallRoom& room, std::uint32_t candidate,
                                          std::uint64_t finish) {
    seal::CandidateStatement statement;
    seal::MerkleTree records;
    for (const auto& entry : room.entries()) {
        const auto header = *record::decode(entry.header);
        if (header.sequence > finish || header.candidate.value != candidate) continue;
        records.append(entry.leaf);
        if (header.sequence < finish) continue;
        statement.session = header.session;
        statement.finish_sequence = static_cast<std::uint32_t>(header.sequence);
        statement.tree_size = header.sequence + 1;
        statement.unix_seconds = static_cast<std::uint64_t>(header.wall.ms / 1000);
    }
    statement.candidate = {candidate};
    statement.candidate_root = records.root();
    return statement;
}

}  // namespace

TEST_CASE("candidate receipt: there is none before the end of the test") {
    SmallRoom room;
    CHECK_FALSE(room.session().candidate_receipt({1}));
    room.start(1);
    room.does(room.answer(1));
    CHECK_FALSE(room.session().candidate_receipt({1}));
}

TEST_CASE("candidate receipt: a signed copy that is not this candidate's is not taken back") {
    SmallRoom room;
    room.start(1);
    room.finish(1);
    room.start(2);
    room.finish(2);
    store::Convenience convenience;
    room.room().keep(convenience);
    const auto other = *convenience.receipt({room.session().row().id, {2}});
    convenience.put_receipt({room.session().row().id, {1}}, other);
    room.reopen();
    room.room().take_back(convenience);
    CHECK_FALSE(room.session().candidate_receipt({1})->signed_bytes);
    CHECK(room.session().candidate_receipt({2})->signed_bytes == other);
}

TEST_CASE("candidate receipt: interrupted tests say how many answers they had") {
    SmallRoom room;
    room.start(1);
    for (int i = 0; i < 5; ++i) room.does(room.answer(1));
    room.does(exam::command::EndTest{{1}});
    CHECK(room.session().candidate_receipt({1})->statement.answers == 5);
}

TEST_CASE("candidate receipt: the code is the same after a restart, for others, and once sealed") {
    SmallRoom room;
    room.start(1);
    room.finish(1);
    const auto receipt = *room.session().candidate_receipt({1});
    REQUIRE(receipt.signed_bytes);
    CHECK(receipt.statement.answers == 32);
    const auto code = code_of(room, 1);
    room.start(2);
    room.does(room.answer(2));
    CHECK(code_of(room, 1) == code);

    room.reopen();
    CHECK(code_of(room, 1) == code);
    CHECK_FALSE(room.session().candidate_receipt({1})->signed_bytes);  // nothing was kept here
    room.finalise();
    CHECK(code_of(room, 1) == code);
    room.reopen();
    CHECK(code_of(room, 1) == code);
}

TEST_CASE("candidate receipt: anybody who has the journal works out the same statement") {
    SmallRoom room;
    room.start(1);
    room.start(2);
    room.finish(1);
    const auto statement = room.session().candidate_receipt({1})->statement;
    room.finish(2);
    auto expected = from_the_journal(room, 1, statement.finish_sequence);
    expected.answers = 32;
    expected.key_id = statement.key_id;
    CHECK(statement == expected);
}

TEST_CASE("candidate receipt: the signed copy survives in the convenience database") {
    SmallRoom room;
    room.start(1);
    room.finish(1);
    const auto signed_bytes = room.session().candidate_receipt({1})->signed_bytes;
    store::Convenience convenience;
    room.room().keep(convenience);
    room.finalise();
    room.reopen();
    room.room().take_back(convenience);
    CHECK(room.session().candidate_receipt({1})->signed_bytes == signed_bytes);
}
