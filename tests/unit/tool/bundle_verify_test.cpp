// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "office/outbox.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"
#include "tool/bundle_report.hpp"

using namespace preau;
using tool::BundleReport;
using tool::BundleTrust;
using tool::Finding;

namespace {

constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kEndBytes = 1 + 4 + kHashBytes;

/// A real bundle, as small as one can be: one candidate, two answers, the seal.
struct Sealed {
    Bytes bytes;
    BundleTrust trust;

    Sealed() {
        test::SmallRoom room(1);
        room.start(1);
        for (int i = 0; i < 2; ++i) room.does(room.answer(1));
        room.does(exam::command::EndTest{{1}});
        room.finalise();
        const office::Sender sender{room.box(), room.clock(), room.entropy(), {}};
        bytes = office::make_bundle(room.session(), room.journal(), sender).value();
        ByteArray<32> platform;
        platform.fill(0x33);  // SmallRoom's
        trust.session_key = seal::SigningKey::from_seed(platform).public_key();
        trust.box_key = room.box().key.public_key();
    }
};

const Sealed& sealed() {
    static const Sealed made;
    return made;
}

/// The final hash made right again, as whoever changes a bundle on purpose would.
void hash_again(Bytes& bytes) {
    const auto hash = seal::sha256(ByteView(bytes).first(bytes.size() - kEndBytes));
    std::copy(hash.begin(), hash.end(), bytes.end() - kHashBytes);
}

/// Name of the check that failed; empty when the bundle is sound.
std::string failed_check(const BundleReport& report) {
    if (report.is_sound()) return "";
    return report.checks.back().name;
}

std::size_t unproven(const BundleReport& report) {
    std::size_t count = 0;
    for (const auto& check : report.checks) count += check.finding == Finding::unproven ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("a bundle with any byte flipped does not verify, with or without keys") {
    auto bytes = sealed().bytes;
    std::size_t passed = 0;
    for (auto& byte : bytes) {
        byte ^= 0x20;
        if (tool::verify_bundle(bytes, {}).is_sound()) ++passed;
        byte ^= 0x20;
    }
    CHECK(bytes.size() > 5000);
    CHECK(passed == 0);
    CHECK(tool::verify_bundle(bytes, {}).is_sound());
}

TEST_CASE(
    "a bundle with any byte flipped and its final hash made right does not verify by the keys") {
    std::map<std::string, int> failures;
    for (std::size_t at = 0; at + kEndBytes < sealed().bytes.size(); ++at) {
        auto bytes = sealed().bytes;
        bytes[at] ^= 0x01;
        hash_again(bytes);
        const auto report = tool::verify_bundle(bytes, sealed().trust);
        if (report.is_sound()) FAIL("byte " << at << " can be changed");
        ++failures[failed_check(report)];
    }
    // The flips reached every layer, not only the outermost.
    for (const auto* layer : {"bytes", "authorisation", "manifest", "journal"})
        CHECK(failures[layer] > 50);
}

TEST_CASE("a bundle cut anywhere or longer does not verify") {
    const ByteView whole(sealed().bytes);
    for (std::size_t size = 0; size < whole.size(); size += 13)
        CHECK_FALSE(tool::verify_bundle(whole.first(size), {}).is_sound());
    auto longer = sealed().bytes;
    longer.push_back(0);
    CHECK_FALSE(tool::verify_bundle(longer, {}).is_sound());
}

TEST_CASE("without a key what it would prove is said to be unproven, and the rest is checked") {
    CHECK(unproven(tool::verify_bundle(sealed().bytes, {})) == 4);
    auto trust = sealed().trust;
    trust.box_key.reset();
    CHECK(unproven(tool::verify_bundle(sealed().bytes, trust)) == 3);
    trust = sealed().trust;
    trust.session_key.reset();
    CHECK(unproven(tool::verify_bundle(sealed().bytes, trust)) == 2);
    const auto report = tool::verify_bundle(sealed().bytes, sealed().trust);
    CHECK(report.is_sound());
    CHECK(unproven(report) == 1);  // the scores: no pack was given
    REQUIRE(report.sealed);
    CHECK(report.sealed->session.candidates.at({1}).answers() == 2);
    CHECK(report.manifest->box == "BOX-TEST");
}

TEST_CASE("the keys of others prove that the bundle is not theirs") {
    const auto other = seal::SigningKey::from_seed({}).public_key();
    auto trust = sealed().trust;
    trust.session_key = other;
    CHECK(failed_check(tool::verify_bundle(sealed().bytes, trust)) == "authorisation");
    trust = sealed().trust;
    trust.box_key = other;
    CHECK(failed_check(tool::verify_bundle(sealed().bytes, trust)) == "manifest");
}

TEST_CASE("a pack that is not the one the session was held with is refused") {
    const test::TempDir folder;
    auto trust = sealed().trust;
    trust.pack = folder.path();
    test::SeededEntropy entropy(3);
    trust.identity =
        std::make_shared<const seal::EncryptionKey>(seal::EncryptionKey::generate(entropy));
    CHECK(failed_check(tool::verify_bundle(sealed().bytes, trust)) == "scores");
}
