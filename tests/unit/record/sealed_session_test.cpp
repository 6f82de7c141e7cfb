// SPDX-License-Identifier: Apache-2.0
#include "record/sealed_session.hpp"

#include "json/read.hpp"
#include "record/chain_writer.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"

using namespace preau;
using namespace preau::record;

namespace {

namespace event = exam::event;

constexpr WallTime kOpening{1'790'000'000'000};

const seal::SigningKey& box_key() {
    static const auto key = seal::SigningKey::from_seed({1});
    return key;
}

/// The shortest session that can be sealed, written by a box that may lie: nobody but the reader
/// under test looks at what it says.
struct Told {
    seal::Authorisation authorisation;
    exam::SessionSheet sheet;
    std::uint32_t candidates = 2;
    WallTime opened = kOpening;
    bool is_finalised = true;

    Told() {
        authorisation.session.bytes.fill(3);
        authorisation.number = sheet.number = "123456";
        authorisation.boxes = {"BOX-1"};
        authorisation.not_before = kOpening;
        authorisation.not_after = kOpening + minutes(60);
        authorisation.pack_id = sheet.pack = "small";
        authorisation.max_candidates = 2;
    }

    seal::Bundle bundle() const;
    seal::Manifest manifest(const seal::Bundle& bundle) const;
    Result<SealedSession> verified() const {
        const auto made = bundle();
        return verify_sealed_session(made, manifest(made), authorisation, box_key().public_key());
    }
    std::string refusal() const {
        const auto sealed = verified();
        return sealed ? "" : sealed.error().message;
    }

  private:
    std::vector<Entry> entries() const;
};

std::vector<Entry> Told::entries() const {
    test::SeededEntropy entropy(1);
    Position beginning;
    beginning.head = seal::sha256(as_bytes(seal::write_authorisation(authorisation)));
    ChainWriter writer(authorisation.session, beginning, {"BOX-1", box_key(), "test"}, entropy);
    const Moment moment{seconds(1), opened, ClockQuality::rtc};
    std::vector<Entry> all{writer.start_epoch(moment)};
    all.push_back(writer.event(event::SessionOpened{sheet}, moment));
    for (std::uint32_t number = 1; number <= candidates; ++number)
        all.push_back(writer.event(
            event::CandidateEnrolled{{.candidate = {number}, .identity = {}, .group = ""}},
            moment));
    if (is_finalised) all.push_back(writer.event(event::SessionFinalised{}, moment));
    all.push_back(writer.checkpoint(moment));
    return all;
}

seal::Bundle Told::bundle() const {
    seal::Bundle bundle;
    for (const auto& entry : entries()) {
        bundle.payloads.push_back({bundle.headers.size(), entry.salt, entry.payload});
        bundle.headers.push_back(entry.header);
    }
    const auto last = json::read(as_text(bundle.payloads.back().bytes));
    bundle.note = *last->find("note")->text();
    return bundle;
}

seal::Manifest Told::manifest(const seal::Bundle& bundle) const {
    seal::Manifest manifest;
    manifest.box = "BOX-1";
    manifest.session = authorisation.session;
    manifest.number = authorisation.number;
    manifest.candidates = candidates;
    seal::MerkleTree tree;
    for (const auto& header : bundle.headers) {
        tree.append(seal::leaf_hash(header));
        ++manifest.counts[decode(header)->type];
    }
    manifest.event_count = tree.size();
    manifest.tree = {tree.size(), tree.root()};
    return manifest;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a session opened outside the authorised window is refused") {
    Told told;
    told.opened = kOpening + milliseconds(-1);
    CHECK(contains(told.refusal(), "authorised from"));
    told.opened = kOpening + minutes(71);
    CHECK(contains(told.refusal(), "authorised from"));
    told.opened = kOpening + minutes(60);
    CHECK(told.refusal().empty());
}

TEST_CASE("a session with more candidates than authorised is refused") {
    Told told;
    told.candidates = 3;
    CHECK(contains(told.refusal(), "3 candidates, 2 are authorised"));
}

TEST_CASE("a session opened with another number or pack is refused") {
    Told told;
    SECTION("number") { told.sheet.number = "654321"; }
    SECTION("pack") { told.sheet.pack = "other"; }
    SECTION("hash of the pack") { told.sheet.pack_hash.fill(1); }
    CHECK(contains(told.refusal(), "otherwise than authorised"));
}

TEST_CASE("a session that was not finalised is refused") {
    Told told;
    told.is_finalised = false;
    CHECK(contains(told.refusal(), "not finalised"));
}

TEST_CASE("a bundle with an erased payload cannot be replayed, and its record is named") {
    const Told told;
    auto bundle = told.bundle();
    bundle.payloads.erase(bundle.payloads.begin() + 2);
    const auto entries = entries_of(bundle);
    REQUIRE_FALSE(entries);
    CHECK(entries.error().message == "record 2: its payload is missing");
}

TEST_CASE(
    "what a bundle tells is the journal, and its checkpoint is over all but the last record") {
    const Told told;
    const auto sealed = told.verified();
    REQUIRE(sealed);
    CHECK(sealed->entries.size() == 6);
    CHECK(sealed->session.candidates.size() == 2);
    CHECK(sealed->checkpoint.size == 5);
    CHECK(sealed->checkpoint.origin == seal::session_origin("BOX-1", told.authorisation.session));
}
