// SPDX-License-Identifier: Apache-2.0
#include "tool/bundle_comparison.hpp"

#include "base/file.hpp"
#include "json/read.hpp"
#include "office/outbox.hpp"
#include "seal/age.hpp"
#include "seal/merkle.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"
#include "tool/bundle_file.hpp"

using namespace preau;
using test::SmallRoom;
using tool::Kinship;

namespace {

office::Sender sender_of(SmallRoom& room) { return {room.box(), room.clock(), room.entropy(), {}}; }

Bytes bytes_of(SmallRoom& room) {
    return office::make_bundle(room.session(), room.journal(), sender_of(room)).value();
}

seal::Bundle bundle_of(SmallRoom& room) { return seal::read_bundle(bytes_of(room)).value(); }

/// The same box, the same second, the same chance: the same records, until `answers` differ.
void play(SmallRoom& room, bool right) {
    room.start(1);
    room.does(room.answer(1));
    room.does(room.answer(1, right));
    room.does(exam::command::EndTest{{1}});
    room.finalise();
}

seal::Checkpoint checkpoint_of(const seal::Bundle& bundle, std::uint64_t size) {
    seal::MerkleTree tree;
    for (std::uint64_t i = 0; i < size; ++i) tree.append(seal::leaf_hash(bundle.headers[i]));
    return {"preau.example/box/BOX-TEST/session/x", size, tree.root()};
}

}  // namespace

TEST_CASE("two bundles of a cloned box fork, and where and how they part is said") {
    SmallRoom one(1);
    SmallRoom other(1);
    play(one, true);
    play(other, false);
    const auto found = tool::compare_bundles(bundle_of(one), bundle_of(other));
    CHECK(found.kinship == Kinship::forked);
    CHECK(found.common > 5);
    CHECK(found.words.find("answer.recorded of candidate 1") != std::string::npos);
    CHECK(found.words.find("cloned") != std::string::npos);
}

TEST_CASE(
    "a bundle in other wrapping is the same, one cut off is continued, others are strangers") {
    SmallRoom room(1);
    play(room, true);
    const auto whole = bundle_of(room);
    CHECK(tool::compare_bundles(whole, whole).kinship == Kinship::same);
    auto part = whole;
    part.headers.resize(9);
    CHECK(tool::compare_bundles(whole, part).kinship == Kinship::continued);
    CHECK(tool::compare_bundles(part, whole).common == 9);
    part.headers.clear();
    CHECK(tool::compare_bundles(part, whole).kinship == Kinship::strangers);
}

TEST_CASE("a checkpoint kept outside the box tells of data that was put back or changed") {
    SmallRoom room(1);
    play(room, true);
    const auto bundle = bundle_of(room);
    CHECK(tool::check_continues(bundle, checkpoint_of(bundle, 12)).has_value());
    CHECK(tool::check_continues(bundle, checkpoint_of(bundle, bundle.headers.size())).has_value());
    auto more = checkpoint_of(bundle, 12);
    more.size = bundle.headers.size() + 1;
    CHECK(tool::check_continues(bundle, more).error().message.find("put back") !=
          std::string::npos);
    auto other = checkpoint_of(bundle, 12);
    other.root[0] ^= 1;
    CHECK(tool::check_continues(bundle, other).error().message.find("others here") !=
          std::string::npos);
}

TEST_CASE("an encrypted bundle is opened by a recipient, and by nobody else") {
    SmallRoom room(1);
    play(room, true);
    const test::TempDir folder;
    test::SeededEntropy entropy(4);
    const auto key = seal::EncryptionKey::generate(entropy);
    const auto stranger = seal::EncryptionKey::generate(entropy);
    REQUIRE(key.save(folder.file("key")));
    REQUIRE(stranger.save(folder.file("stranger")));
    const auto plain = bytes_of(room);
    const std::vector<seal::RecipientKey> to{key.recipient()};
    const auto sent = seal::age_encrypt(plain, to, entropy).value();
    REQUIRE(write_file(folder.file("s.preau"), sent));
    REQUIRE(write_file(folder.file("plain"), plain));
    CHECK(tool::read_bundle_file(folder.file("s.preau"), folder.file("key")).value() == plain);
    CHECK(tool::read_bundle_file(folder.file("plain"), "").value() == plain);
    CHECK(tool::read_bundle_file(folder.file("s.preau"), "").error().message.find("--identity") !=
          std::string::npos);
    CHECK_FALSE(tool::read_bundle_file(folder.file("s.preau"), folder.file("stranger")));
    auto edited = sent;
    edited[edited.size() / 2] ^= 1;
    REQUIRE(write_file(folder.file("edited.preau"), edited));
    CHECK_FALSE(tool::read_bundle_file(folder.file("edited.preau"), folder.file("key")));
}
