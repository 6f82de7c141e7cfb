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
    std::uint32_t late = 0;  ///< candidates added in the room
    bool is_overridden = false;
    bool has_minutes = true;

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
        return verify_sealed_session(made, manifest(made), authorisation,
                                     {{"BOX-1", box_key().public_key()}});
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
    if (is_overridden)
        all.push_back(writer.event(event::WindowOverridden{{"Mme D.", "panne"}}, moment));
    for (std::uint32_t number = 1; number <= candidates; ++number)
        all.push_back(writer.event(
            event::CandidateEnrolled{{.candidate = {number}, .identity = {}, .group = ""}},
            moment));
    for (std::uint32_t number = candidates + 1; number <= candidates + late; ++number)
        all.push_back(writer.event(
            event::CandidateEnrolledLate{
                .enrolment = {.candidate = {number}, .identity = {}, .group = ""}},
            moment));
    if (is_finalised) all.push_back(writer.event(event::SessionFinalised{}, moment));
    if (is_finalised && has_minutes) all.push_back(writer.event(event::SessionMinuted{}, moment));
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
    manifest.candidates = candidates + late;
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

TEST_CASE("a session opened outside its window by somebody with a name and a reason is taken") {
    Told told;
    told.opened = kOpening + minutes(300);
    told.is_overridden = true;
    const auto sealed = told.verified();
    REQUIRE(sealed);
    CHECK(sealed->session.window_override->name == "Mme D.");
}

TEST_CASE("candidates added in the room are taken beyond the authorised number, to be confirmed") {
    Told told;
    told.late = 3;
    const auto sealed = told.verified();
    REQUIRE(sealed);
    CHECK(sealed->session.candidates.at({3}).late.has_value());
    CHECK_FALSE(sealed->session.candidates.at({2}).late.has_value());
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
    CHECK(sealed->entries.size() == 7);
    CHECK(sealed->session.candidates.size() == 2);
    CHECK(sealed->checkpoint.size == 6);
    CHECK(sealed->checkpoint.origin == seal::session_origin("BOX-1", told.authorisation.session));
}

TEST_CASE("B2: a manifest that counts one more or one less of anything is refused") {
    const Told told;
    const auto bundle = told.bundle();
    const auto refused = [&](auto change) {
        auto manifest = told.manifest(bundle);
        change(manifest);
        const auto sealed = verify_sealed_session(bundle, manifest, told.authorisation,
                                                  {{"BOX-1", box_key().public_key()}});
        return !sealed.has_value();
    };
    CHECK_FALSE(refused([](seal::Manifest&) {}));
    CHECK(refused([](seal::Manifest& m) { ++m.event_count; }));
    CHECK(refused([](seal::Manifest& m) { --m.event_count; }));
    CHECK(refused([](seal::Manifest& m) { ++m.first_event; }));
    CHECK(refused([](seal::Manifest& m) { ++m.tree.size; }));
    CHECK(refused([](seal::Manifest& m) { m.tree.root[31] ^= 1; }));
    CHECK(refused([](seal::Manifest& m) { ++m.candidates; }));
    CHECK(refused([](seal::Manifest& m) { --m.candidates; }));
    CHECK(refused([](seal::Manifest& m) { ++m.counts.begin()->second; }));
    CHECK(refused([](seal::Manifest& m) { m.counts[0x0201] = 1; }));
    CHECK(refused([](seal::Manifest& m) { m.counts.erase(0x0502); }));
}

TEST_CASE("B3: records re-cut, swapped, dropped or doubled are refused") {
    const Told told;
    const auto whole = told.bundle();
    const auto manifest = told.manifest(whole);
    const auto refused = [&](const seal::Bundle& bundle) {
        return !verify_sealed_session(bundle, manifest, told.authorisation,
                                      {{"BOX-1", box_key().public_key()}});
    };
    for (std::size_t i = 0; i + 1 < whole.headers.size(); ++i) {
        auto swapped = whole;
        std::swap(swapped.headers[i], swapped.headers[i + 1]);
        CHECK(refused(swapped));
        swapped = whole;
        std::swap(swapped.payloads[i].bytes, swapped.payloads[i + 1].bytes);
        CHECK(refused(swapped) == (swapped != whole));
        auto dropped = whole;
        dropped.headers.erase(dropped.headers.begin() + static_cast<std::ptrdiff_t>(i));
        dropped.payloads.pop_back();
        CHECK(refused(dropped));
        auto doubled = whole;
        doubled.headers.insert(doubled.headers.begin() + static_cast<std::ptrdiff_t>(i),
                               whole.headers[i]);
        CHECK(refused(doubled));
        auto cut = whole;
        cut.headers.resize(i);
        cut.payloads.resize(i);
        CHECK(refused(cut));
    }
}

TEST_CASE("B4: any byte of a header, a salt, a payload or the note changed is refused") {
    const Told told;
    const auto whole = told.bundle();
    const auto manifest = told.manifest(whole);
    const auto refused = [&](const seal::Bundle& bundle) {
        return !verify_sealed_session(bundle, manifest, told.authorisation,
                                      {{"BOX-1", box_key().public_key()}});
    };
    for (std::size_t i = 0; i < whole.headers.size(); ++i) {
        for (std::size_t at = 0; at < 128; ++at) {
            auto changed = whole;
            changed.headers[i][at] ^= 0x04;
            CHECK(refused(changed));
        }
        for (std::size_t at = 0; at < whole.payloads[i].bytes.size(); ++at) {
            auto changed = whole;
            changed.payloads[i].bytes[at] ^= 0x01;
            CHECK(refused(changed));
        }
        auto changed = whole;
        changed.payloads[i].salt[7] ^= 0x80;
        CHECK(refused(changed));
    }
    for (std::size_t at = 0; at < whole.note.size(); ++at) {
        auto changed = whole;
        changed.note[at] = static_cast<char>(changed.note[at] ^ 0x01);
        CHECK(refused(changed));
    }
}

TEST_CASE("B6: a box that the authorisation does not name, or without a known key, is refused") {
    Told told;
    const auto made = told.bundle();
    const auto manifest = told.manifest(made);
    const auto key = box_key().public_key();
    CHECK_FALSE(verify_sealed_session(made, manifest, told.authorisation, {}).has_value());
    CHECK_FALSE(
        verify_sealed_session(made, manifest, told.authorisation, {{"BOX-2", key}}).has_value());
    auto other = told.authorisation;
    other.boxes = {"BOX-2"};
    CHECK_FALSE(check_agreement(manifest, other).has_value());
    CHECK_FALSE(verify_sealed_session(made, manifest, other, {{"BOX-1", key}}).has_value());
}

TEST_CASE("B6: a session created on the box is taken under its local numbers and no other") {
    Told told;
    auto manifest = told.manifest(told.bundle());
    manifest.audience = seal::kCentral;
    manifest.pack_id = told.authorisation.pack_id;
    CHECK(check_agreement(manifest, told.authorisation).has_value());
    told.authorisation.local = {{"900001"}, 30};
    manifest.number = "900001";
    manifest.session = seal::local_session_id(told.authorisation.session, "900001");
    CHECK(check_agreement(manifest, told.authorisation).has_value());
    manifest.number = "900002";
    CHECK_FALSE(check_agreement(manifest, told.authorisation).has_value());
    manifest.session = seal::local_session_id(told.authorisation.session, "900002");
    CHECK_FALSE(check_agreement(manifest, told.authorisation).has_value());
}

TEST_CASE("B8: a bundle for another platform is refused") {
    const Told told;
    auto manifest = told.manifest(told.bundle());
    manifest.audience = "other.example/central";
    const auto agree = check_agreement(manifest, told.authorisation);
    REQUIRE_FALSE(agree.has_value());
    CHECK(contains(agree.error().message, "for another platform (other.example/central)"));
}

TEST_CASE("a session whose minutes are missing, or state another receipt, is refused") {
    Told told;
    told.has_minutes = false;
    CHECK(contains(told.refusal(), "minutes of the session are missing"));
}
