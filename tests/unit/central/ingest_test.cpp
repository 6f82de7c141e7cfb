// SPDX-License-Identifier: Apache-2.0
#include "central/ingest.hpp"

#include "base/file.hpp"
#include "central/reports.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/central/taken_in.hpp"

using namespace preau;
using test::BundleParts;
using test::Platform;
using test::sealed_room;

namespace {

const seal::SigningKey& box_key() { return sealed_room().box().key; }
Bytes good_bundle() { return BundleParts(sealed_room()).bytes(box_key()); }

/// The bundle with one byte of a part changed and the final hash made right again.
Bytes with_flip(Bytes bytes, std::size_t at) {
    bytes[at] ^= 0x01;
    const auto end = bytes.size() - 32;
    const auto hash = seal::sha256(ByteView(bytes).first(end - 5));
    std::copy(hash.begin(), hash.end(), bytes.begin() + static_cast<std::ptrdiff_t>(end));
    return bytes;
}

}  // namespace

TEST_CASE("bytes that are not those of the announced hash are not even looked at") {
    Platform platform;
    const auto bytes = good_bundle();
    central::Blobs blobs(platform.folder() / "blobs");
    test::ManualClock clock;
    central::Ingest ingest(
        {platform.keys(), platform.sessions(), blobs, [](const Hash&) { return nullptr; }, clock});
    const auto taken = ingest.take(Hash{}, bytes);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == central::StopCode::hash_differs);
    CHECK_FALSE(platform.keeps(bytes));
}

TEST_CASE("bytes that are no bundle are refused and not kept") {
    Platform platform;
    for (const auto& bytes : {Bytes{}, Bytes(1000, 'x')}) {
        CHECK(platform.verdict(bytes) == "bundle_malformed");
        CHECK_FALSE(platform.keeps(bytes));
    }
}

TEST_CASE(
    "B4: a bundle cut, lengthened or with any byte changed is refused, its final hash made right "
    "or not") {
    Platform platform;
    const auto good = good_bundle();
    auto longer = good;
    longer.push_back(0);
    CHECK(platform.verdict(longer) == "bundle_malformed");
    CHECK(platform.verdict(ByteView(good).first(good.size() - 1)) == "bundle_malformed");
    // The tool's test changes every byte; here a sample goes through the register.
    for (std::size_t at = 13; at + 37 < good.size(); at += 997) {
        INFO("byte " << at);
        CHECK(platform.verdict(with_flip(good, at)) != "accepted");
    }
    CHECK(platform.verdict(good) == "accepted");
}

TEST_CASE("B6: a session that this platform did not authorise is refused and kept") {
    Platform platform;
    auto parts = BundleParts(sealed_room());
    SECTION("signed by somebody else") {
        parts.authorisation = seal::sign_authorisation(sealed_room().authorisation(), box_key());
    }
    SECTION("signed by the platform's key but never made") {
        auto authorisation = sealed_room().authorisation();
        authorisation.max_candidates = 100;
        parts.authorisation = seal::sign_authorisation(authorisation, platform.keys().session);
    }
    SECTION("another session of that platform's key") {
        auto authorisation = sealed_room().authorisation();
        authorisation.session.bytes.fill(1);
        parts.authorisation = seal::sign_authorisation(authorisation, platform.keys().session);
    }
    const auto bytes = parts.bytes(box_key());
    CHECK(platform.verdict(bytes) == "authorisation_refused");
    CHECK(platform.keeps(bytes));
}

TEST_CASE("B6: a box that is not enrolled, or whose key did not sign, is refused") {
    Platform platform;
    auto parts = BundleParts(sealed_room());
    CHECK(platform.verdict(parts.bytes(platform.keys().content)) == "manifest_refused");
    parts.manifest.box = "BOX-OTHER";
    CHECK(platform.verdict(parts.bytes(box_key())) == "box_unknown");
}

TEST_CASE(
    "B8: a manifest that disagrees with the authorisation or is for another platform is refused") {
    Platform platform;
    auto parts = BundleParts(sealed_room());
    SECTION("another platform") { parts.manifest.audience = "preau.example/elsewhere"; }
    SECTION("another session") { parts.manifest.session.bytes.fill(9); }
    SECTION("another number") { parts.manifest.number = "654321"; }
    SECTION("another pack") { parts.manifest.pack_hash.fill(9); }
    SECTION("an enrolled box that the authorisation does not name") {
        REQUIRE(platform.sessions().enrol_box("BOX-2", platform.keys().content.public_key(), {}));
        parts.manifest.box = "BOX-2";
        CHECK(platform.verdict(parts.bytes(platform.keys().content)) == "manifest_refused");
        return;
    }
    CHECK(platform.verdict(parts.bytes(box_key())) == "manifest_refused");
}

TEST_CASE("a journal that does not verify is refused and kept, and the record is named") {
    Platform platform;
    auto parts = BundleParts(sealed_room());
    SECTION("a payload changed") {
        parts.entries[7].payload[5] ^= 1;
        CHECK(platform.take(parts.bytes(box_key())).error().detail.find("record 7") == 0);
    }
    SECTION("a header changed") { parts.entries[7].header[70] ^= 1; }
    SECTION("the last record left out") { parts.entries.pop_back(); }
    SECTION("two records swapped") { std::swap(parts.entries[7], parts.entries[8]); }
    SECTION("the note of another tree") { parts.note[parts.note.find("\n") + 1] = '9'; }
    SECTION("another root in the manifest") { parts.manifest.tree.root[0] ^= 1; }
    SECTION("another count in the manifest") { ++parts.manifest.counts.begin()->second; }
    SECTION("another number of candidates") { parts.manifest.candidates = 2; }
    const auto bytes = parts.bytes(box_key());
    CHECK(platform.verdict(bytes) == "journal_refused");
    CHECK(platform.keeps(bytes));
    CHECK_FALSE(platform.sessions().accepted(sealed_room().authorisation().session).value());
}

namespace {

/// The bytes that END signs for, ended anew.
Bytes ended(ByteView before) {
    Bytes bytes = to_bytes(before);
    const auto hash = seal::sha256(before);
    constexpr std::uint8_t kEnd[] = {0xff, 0x00, 0x00, 0x00, 0x20};
    bytes.insert(bytes.end(), std::begin(kEnd), std::end(kEnd));
    bytes.insert(bytes.end(), hash.begin(), hash.end());
    return bytes;
}

/// Where each record of a bundle begins, END too.
std::vector<std::size_t> records_of(ByteView bundle) {
    std::vector<std::size_t> places;
    for (std::size_t at = 13; at + 5 <= bundle.size();) {
        places.push_back(at);
        std::size_t length = 0;
        for (std::size_t i = 1; i <= 4; ++i) length = length << 8 | bundle[at + i];
        at += 5 + length;
    }
    return places;
}

}  // namespace

TEST_CASE("B1: a record that announces a gigabyte in a hundred bytes is nothing but refused") {
    Platform platform;
    constexpr std::uint8_t kTypes[] = {1, 2, 3, 4, 5, 200};
    for (const auto type : kTypes) {
        const std::uint8_t head[] = {type, 0x40, 0x00, 0x00, 0x00};
        Bytes bytes = to_bytes(as_bytes("PREAUBUNDLE1\n"));
        bytes.insert(bytes.end(), std::begin(head), std::end(head));
        CHECK(platform.fate(ended(bytes)) == "quarantined: bundle_malformed");
    }
}

TEST_CASE(
    "B4: a bundle that ends before any of its records, hash made right, is kept and refused") {
    Platform platform;
    const auto good = good_bundle();
    const auto places = records_of(good);
    REQUIRE(places.size() >= 6);
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        const auto cut = ended(ByteView(good).first(places[i]));
        INFO("before record " << i);
        CHECK(platform.fate(cut) == "quarantined: bundle_malformed");
        CHECK(platform.keeps(cut));
    }
    CHECK(platform.fate(good) == "accepted: accepted");
}

TEST_CASE("B7: another major version is quarantined, events of a newer box are parked") {
    Platform platform;
    auto other = good_bundle();
    other[11] = '2';
    CHECK(platform.fate(ended(ByteView(other).first(other.size() - 37))) ==
          "quarantined: version_unknown");
    auto parts = BundleParts(sealed_room());
    parts.manifest.counts[0x0fff] = 3;
    const auto newer = parts.bytes(box_key());
    CHECK(platform.fate(newer) == "parked: version_newer");
    CHECK(platform.keeps(newer));
}

TEST_CASE("B10: a document with a member twice, or in a second spelling, is no document") {
    Platform platform;
    auto parts = BundleParts(sealed_room());
    SECTION("twice") { parts.authorisation.insert(1, "\"payloadType\":\"x\","); }
    SECTION("with a space") { parts.authorisation.insert(1, " "); }
    CHECK(platform.fate(parts.bytes(box_key())) != "accepted: accepted");
}

TEST_CASE("a result that does not follow from the answers is refused, with the candidate") {
    Platform platform;
    // The platform's pack says that proposal 2 is right: nothing the box scored comes out again.
    for (auto& key : platform.content().keys) key.solutions = {"2"};
    const auto taken = platform.take(good_bundle());
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == central::StopCode::score_disputed);
    CHECK(taken.error().detail.find("candidate 1: question 1") != std::string::npos);
}

TEST_CASE("a bundle whose pack is not there waits: it is accepted once the pack has come") {
    Platform platform;
    platform.lose_pack();
    CHECK(platform.verdict(good_bundle()) == "pack_missing");
    CHECK(platform.keeps(good_bundle()));
    platform.find_pack();
    CHECK(platform.verdict(good_bundle()) == "accepted");
}

TEST_CASE("a session that verifies is stored with its events, answers and results, and receipted") {
    Platform platform;
    const auto receipt = platform.take(good_bundle());
    REQUIRE(receipt);
    CHECK(seal::verify_cosignature(*receipt, platform.keys().receipt_verifier()));
    const auto cosigned = seal::unverified_checkpoint(*receipt);
    CHECK(cosigned.value() == sealed_room().session().checkpoint());

    auto reports = central::Reports::open(platform.database());
    const auto answers = reports->answers(sealed_room().authorisation().session);
    REQUIRE(answers);
    CHECK(answers->size() == 32 + 22);
    const auto& first = answers->front();
    CHECK(first.candidate == 1);
    CHECK(first.number == 1);
    CHECK(first.command == test::command_id(1, 1).hex());
    const auto place = sealed_room().session().receipt({1}, 1).answer;
    CHECK(first.sequence == place.sequence);
    CHECK(first.leaf == place.leaf);

    const auto bundles = reports->bundles(10);
    REQUIRE(bundles);
    REQUIRE(bundles->size() == 1);
    CHECK(bundles->front().state == "accepted");
    CHECK(bundles->front().number == "123456");
    CHECK(bundles->front().box == "BOX-TEST");
    CHECK(bundles->front().candidates == 3);
}

TEST_CASE("B3: the same bundle gets the same receipt, also after a restart and without the pack") {
    Platform platform;
    const auto first = platform.take(good_bundle());
    REQUIRE(first);
    CHECK(platform.take(good_bundle()).value() == *first);
    platform.reopen();
    platform.lose_pack();
    CHECK(platform.take(good_bundle()).value() == *first);
}

TEST_CASE("B3: the same journal in a bundle made again gets the same receipt") {
    Platform platform;
    const auto first = platform.take(good_bundle());
    auto parts = BundleParts(sealed_room());
    parts.manifest.created = parts.manifest.created + seconds(60);
    CHECK(platform.take(parts.bytes(box_key())).value() == first.value());
}

TEST_CASE("B5: another journal of an accepted session is kept as evidence and changes nothing") {
    Platform platform;
    const auto first = platform.take(good_bundle());
    const auto other = BundleParts(test::other_room()).bytes(box_key());
    CHECK(platform.verdict(other) == "session_contested");
    CHECK(platform.keeps(other));
    CHECK(platform.take(good_bundle()).value() == first.value());
    auto reports = central::Reports::open(platform.database());
    CHECK(reports->answers(sealed_room().authorisation().session)->size() == 54);
}
