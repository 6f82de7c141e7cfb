// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "office/outbox.hpp"
#include "record/content.hpp"
#include "record/rescore.hpp"
#include "record/sealed_session.hpp"
#include "seal/age.hpp"
#include "seal/authorisation.hpp"
#include "seal/bundle.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/manifest.hpp"
#include "seal/merkle.hpp"
#include "seal/names.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

using namespace preau;
using test::SmallRoom;

namespace {

constexpr std::uint32_t kCandidates = 40;
constexpr int kRounds = 9;

/// Milliseconds of the fastest of some rounds.
template <class Work>
double best(Work work) {
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        const auto from = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> taken =
            std::chrono::steady_clock::now() - from;
        best = std::min(best, taken.count());
    }
    return best;
}

/// END, every payload's hash, every leaf and link, the root, and the signatures that all of it
/// hangs on; nothing is read of what the payloads say.
bool verify_hashes(ByteView bytes, const seal::PublicKey& box) {
    const auto bundle = seal::read_bundle(bytes);
    if (!bundle) return false;
    const auto manifest = seal::open_manifest(bundle->manifest, box);
    if (!manifest) return false;
    seal::MerkleTree tree;
    for (std::size_t i = 0; i < bundle->headers.size(); ++i) {
        const auto header = record::decode(bundle->headers[i]);
        const auto& payload = bundle->payloads[i];
        if (!header || header->payload_hash != record::payload_hash(payload.salt, payload.bytes))
            return false;
        tree.append(seal::leaf_hash(bundle->headers[i]));
    }
    return tree.root() == manifest->tree.root;
}

}  // namespace

TEST_CASE("sealing and verifying 40 candidates: how long, and how large") {
    SmallRoom room(kCandidates);
    for (std::uint32_t number = 1; number <= kCandidates; ++number) {
        room.start(number);
        room.finish(number);
        room.clock().pass(seconds(11));
        room.session().observe_time();
        room.commit();
    }
    const test::TempDir folder;
    const office::Outbox outbox(folder.path());
    test::SeededEntropy entropy(8);
    const auto platform = seal::EncryptionKey::generate(entropy);
    const office::Sender sender{room.box(), room.clock(), room.entropy(), {platform.recipient()}};

    const auto from = std::chrono::steady_clock::now();
    room.finalise();
    REQUIRE(office::write_missing_bundles(room.room(), room.journal(), sender, outbox));
    REQUIRE(office::erase_sent_answers(room.room(), room.journal(), sender.box.key.public_key(),
                                       outbox));
    const std::chrono::duration<double, std::milli> sealing =
        std::chrono::steady_clock::now() - from;
    CHECK(room.session().answers_erased());

    const auto id = room.authorisation().session;
    const auto file = read_file(outbox.bundle_path(id), 16'000'000).value();
    const auto bytes = seal::age_decrypt(file, platform).value();
    const auto box = room.box().key.public_key();
    const auto hashing = best([&] { CHECK(seal::sha256(bytes) != Hash{}); });
    const auto hashes = best([&] { CHECK(verify_hashes(bytes, box)); });
    const auto bundle = seal::read_bundle(bytes).value();
    const auto manifest = seal::open_manifest(bundle.manifest, box).value();
    const auto authorisation = seal::read_authorisation(
        seal::unverified_payload(bundle.authorisation, seal::kAuthorisationType).value());
    std::optional<record::SealedSession> sealed;
    const auto replay = best([&] {
        auto verified =
            record::verify_sealed_session(bundle, manifest, *authorisation, {{"BOX-TEST", box}});
        REQUIRE(verified.has_value());
        sealed = std::move(*verified);
    });
    const auto content = record::content_of(room.pack());
    const auto scoring = best([&] { CHECK(record::rescore(sealed->history, content).empty()); });

    fmt::print("sealing     {} candidates, {} records: {:.0f} ms (at most 2,000)\n", kCandidates,
               bundle.headers.size(), sealing.count());
    fmt::print("bundle      {} bytes (at most 2,097,152)\n", file.size());
    fmt::print("hashing     the bundle's bytes once: {:.2f} ms\n", hashing);
    fmt::print(
        "hashes      END, payloads, leaves, root, signatures: {:.2f} ms = {:.2f} x hashing\n",
        hashes, hashes / hashing);
    fmt::print("replay      every record verified and folded: {:.0f} ms\n", replay);
    fmt::print("scoring     every answer and result again: {:.0f} ms\n", scoring);
    CHECK(file.size() <= 2 * 1024 * 1024);
}
