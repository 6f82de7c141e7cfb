// SPDX-License-Identifier: Apache-2.0
// Measures how fast sealed sessions are verified and taken in, as ratios within one run
// (docs/operations/central-performance.md). PREAU_BENCH_BUNDLES says how many bundles of the
// national day are run, PREAU_BENCH_CONNECTIONS over how many connections.
#include "base/file.hpp"
#include "central/postgresql.hpp"
#include "central/session_copies.hpp"
#include "record/content.hpp"
#include "record/types.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>

using namespace preau;

namespace {

constexpr std::uint32_t kCandidates = 40;
constexpr int kRounds = 5;
constexpr int kNationalDay = 27'000;

double seconds_of(const auto& work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// A room of 40 who all answer everything.
test::SmallRoom& full_room() {
    static test::SmallRoom room(kCandidates);
    if (!room.session().sealed()) {
        for (std::uint32_t candidate = 1; candidate <= kCandidates; ++candidate) {
            room.start(candidate);
            room.finish(candidate);
        }
        room.finalise();
    }
    return room;
}

/// Everything that is hashed or signed in a bundle, and nothing of what it means.
void verify_cryptography(const Bytes& bytes, const seal::PublicKey& box_key) {
    const auto bundle = seal::read_bundle(bytes);  // END
    REQUIRE(bundle);
    const auto manifest = seal::open_manifest(bundle->manifest, box_key);
    REQUIRE(manifest);
    seal::MerkleTree tree;
    seal::PublicKey epoch_key{};
    for (std::size_t i = 0; i < bundle->headers.size(); ++i) {
        const auto& payload = bundle->payloads[i];
        const auto header = record::decode(bundle->headers[i]);
        REQUIRE(
            (header && record::payload_hash(payload.salt, payload.bytes) == header->payload_hash));
        if (header->type == static_cast<std::uint16_t>(record::Type::epoch_start))
            epoch_key = record::verify_epoch(as_text(payload.bytes), {{"BOX-TEST", box_key}})->key;
        tree.append(seal::leaf_hash(bundle->headers[i]));
    }
    REQUIRE(tree.root() == manifest->tree.root);
    REQUIRE(seal::verify_checkpoint(bundle->note,
                                    {seal::read_note(bundle->note)->signatures.front().key_name,
                                     seal::NoteKeyType::ed25519, epoch_key}));
}

void measure_verification(const Bytes& bytes, const seal::PublicKey& box_key) {
    std::vector<double> ratios, seconds;
    for (int round = 0; round < kRounds; ++round) {
        const double hash = seconds_of([&] {
            for (int i = 0; i < 4; ++i) REQUIRE(seal::sha256(bytes) != Hash{});
        });
        const double verify = seconds_of([&] {
            for (int i = 0; i < 4; ++i) verify_cryptography(bytes, box_key);
        });
        ratios.push_back(verify / hash);
        seconds.push_back(verify / 4);
    }
    const auto [low, high] = std::ranges::minmax(ratios);
    fmt::print(
        "verification (END, payloads, leaves, root, signatures): {:.2f} x one hash of the "
        "same bytes (median of {}, {:.2f} to {:.2f}); {:.1f} ms a bundle\n",
        median(ratios), kRounds, low, high, median(seconds) * 1000);
}

/// Bundles on the disk, as blobs are: none is in memory before its turn.
struct Day {
    std::filesystem::path folder;
    std::vector<Hash> names{};
    std::filesystem::path file(std::size_t i) const { return folder / to_hex(names[i]); }
};

Day make_day(test::Platform& platform, const test::BundleParts& parts, std::size_t count) {
    Day day{platform.folder()};
    for (std::size_t i = 0; i < count; ++i) {
        const auto copy = test::copy_session(parts, full_room(), static_cast<std::uint32_t>(i),
                                             full_room().box());
        REQUIRE(platform.sessions().add_authorisation(copy.authorisation, copy.envelope, {}, {}));
        day.names.push_back(seal::sha256(copy.bundle));
        REQUIRE(write_file(day.file(i), copy.bundle));
    }
    return day;
}

Bytes read(const Day& day, std::size_t i) {
    return read_file(day.file(i), 64u * 1024 * 1024).value();
}

/// The same rows in one COPY, into a table like the one they are taken into.
double plain_copy(test::Platform& platform, const Day& day) {
    auto& connection = platform.sessions().connection();
    REQUIRE(connection.execute(
        "CREATE TABLE plain (LIKE event INCLUDING ALL) PARTITION BY HASH (session)"));
    for (int i = 0; i < 16; ++i)
        REQUIRE(
            connection.execute(fmt::format("CREATE TABLE plain_{0} PARTITION OF plain FOR "
                                           "VALUES WITH (MODULUS 16, REMAINDER {0})",
                                           i)));
    std::vector<record::Entry> rows;
    std::vector<SessionId> sessions;
    for (std::size_t i = 0; i < day.names.size(); ++i) {
        const auto bundle = seal::read_bundle(read(day, i));
        const auto manifest = seal::unverified_manifest(bundle->manifest);
        auto entries = record::entries_of(*bundle).value();
        for (auto& entry : entries) {
            rows.push_back(std::move(entry));
            sessions.push_back(manifest->session);
        }
    }
    constexpr std::string_view kColumns[] = {"session", "seq", "header", "leaf", "salt", "payload"};
    const double taken = seconds_of([&] {
        REQUIRE(central::sql::in_transaction(connection, [&] {
            return connection.copy(
                "plain", kColumns, rows.size(),
                [&](std::size_t row, std::span<central::sql::Value> values) {
                    const auto& entry = rows[row];
                    values[0] = central::sql::to_value(sessions[row]);
                    values[1] = static_cast<std::int64_t>(record::decode(entry.header)->sequence);
                    values[2] = central::sql::to_value(entry.header);
                    values[3] = central::sql::to_value(entry.leaf);
                    values[4] = central::sql::to_value(entry.salt);
                    values[5] = central::sql::to_value(entry.payload);
                });
        }));
    });
    fmt::print("plain COPY: {} rows in {:.2f} s, {:.0f} rows/s\n", rows.size(), taken,
               static_cast<double>(rows.size()) / taken);
    return static_cast<double>(rows.size()) / taken;
}

/// How long the platform takes to answer to the whole day.
double take_in(test::Platform& platform, const Day& day, int connections) {
    std::atomic<std::size_t> next = 0, accepted = 0;
    const auto content = record::content_of(full_room().pack());
    const auto work = [&] {
        static std::atomic<std::uint64_t> seeds = 1000;
        test::SeededEntropy entropy(seeds++);
        auto opened = central::Register::open(platform.database(), entropy);
        test::ManualClock clock;
        central::Ingest ingest({platform.keys(), *opened, platform.blobs(),
                                [&](const Hash&) { return &content; }, clock});
        for (std::size_t i; (i = next++) < day.names.size();)
            accepted += ingest.take(day.names[i], read(day, i)) ? 1u : 0u;
    };
    const double taken = seconds_of([&] {
        std::vector<std::thread> workers;
        for (int i = 0; i < connections; ++i) workers.emplace_back(work);
        for (auto& worker : workers) worker.join();
    });
    CHECK(accepted == day.names.size());
    if (accepted != day.names.size())
        fmt::print("ONLY {} OF {} ACCEPTED\n", accepted.load(), day.names.size());
    return taken;
}

std::string peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return line.substr(6);
    return "unknown";
}

std::size_t setting(const char* name, std::size_t otherwise) {
    const char* text = std::getenv(name);
    std::size_t value = otherwise;
    if (text != nullptr) std::from_chars(text, text + std::strlen(text), value);
    return value;
}

}  // namespace

TEST_CASE("how fast sealed sessions are verified and taken in") {
    const auto count = setting("PREAU_BENCH_BUNDLES", 60);
    const auto connections = static_cast<int>(setting("PREAU_BENCH_CONNECTIONS", 4));
    auto& room = full_room();
    test::BundleParts parts(room);
    parts.manifest.candidates = kCandidates;
    const auto bytes = parts.bytes(room.box().key);
    fmt::print("bundle: {} candidates, {} events, {} bytes\n", kCandidates, parts.entries.size(),
               bytes.size());
    measure_verification(bytes, room.box().key.public_key());

    test::Platform platform(test::Postgresql::shared().make_database());
    platform.content() = record::content_of(room.pack());
    const auto day = make_day(platform, parts, count + 1);
    const double limit = plain_copy(platform, day);
    const Day one{day.folder, {day.names.back()}};
    fmt::print("one bundle answered, re-scored: {:.0f} ms\n", take_in(platform, one, 1) * 1000);
    Day rest = day;
    rest.names.pop_back();
    const double taken = take_in(platform, rest, connections);
    const auto rows = static_cast<double>(count * parts.entries.size());
    fmt::print(
        "ingestion over {} connections: {} bundles in {:.2f} s, {:.0f} rows/s, {:.2f} x the "
        "plain COPY\n",
        connections, count, taken, rows / taken, rows / taken / limit);
    fmt::print("national day: {} of {} bundles run; all at this pace: {:.0f} min\n", count,
               kNationalDay, taken / static_cast<double>(count) * kNationalDay / 60);
    const double again = take_in(platform, rest, connections);
    fmt::print(
        "all sent again: {:.2f} s, nothing written; the national day at this pace: {:.1f} "
        "min\n",
        again, again / static_cast<double>(count) * kNationalDay / 60);
    fmt::print("peak memory of this process, all its parts: {}\n", peak_memory());
}
