// SPDX-License-Identifier: Apache-2.0
#include "central/uploads.hpp"

#include "base/file.hpp"
#include "central/postgresql.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/central/taken_in.hpp"

using namespace preau;
using central::StopCode;

namespace {

/// Uploads over a platform's database and folder; two of them are two processes.
struct Door {
    explicit Door(test::Platform& platform)
        : uploads({.register_of_sessions = platform.sessions(),
                   .blobs = platform.blobs(),
                   .folder = platform.folder() / "uploads",
                   .clock = platform.clock(),
                   .sign_stored = [](const central::Sidecar& sidecar, WallTime) {
                       return "stored " + to_hex(sidecar.sha256);
                   }}) {}
    central::Uploads uploads;
};

Bytes some_bytes(std::size_t count) {
    Bytes bytes(count);
    test::SeededEntropy(count).fill(bytes);
    return bytes;
}

central::Sidecar sidecar_of(const Bytes& bytes, const std::string& box = "BOX-TEST") {
    return {.box = box,
            .session = {},
            .sha256 = seal::sha256(bytes),
            .bytes = bytes.size(),
            .note = "note"};
}

template <class T>
StopCode code_of(const Result<T, central::Stop>& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

/// For each database: a platform, its door, and the bytes to send.
template <class Work>
void on_both(Work work) {
    for (const auto& database : {std::string(), test::Postgresql::shared().make_database()}) {
        INFO(database);
        test::Platform platform(database);
        work(platform);
    }
}

}  // namespace

TEST_CASE(
    "a chunk for nothing, at another place, or beyond the end is refused and changes nothing") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        const auto bytes = some_bytes(1000);
        const auto sidecar = sidecar_of(bytes);
        CHECK(code_of(door.uploads.append(sidecar.sha256, 0, bytes)) == StopCode::upload_unknown);
        CHECK(code_of(door.uploads.progress(sidecar.sha256)) == StopCode::upload_unknown);
        REQUIRE(door.uploads.create(sidecar));
        const auto half = ByteView(bytes).first(500);
        CHECK(code_of(door.uploads.append(sidecar.sha256, 1, half)) == StopCode::upload_elsewhere);
        REQUIRE(door.uploads.append(sidecar.sha256, 0, half));
        CHECK(code_of(door.uploads.append(sidecar.sha256, 0, half)) == StopCode::upload_elsewhere);
        CHECK(code_of(door.uploads.append(sidecar.sha256, 500, bytes)) ==
              StopCode::upload_too_large);
        CHECK(door.uploads.progress(sidecar.sha256)->received == 500);
    });
}

TEST_CASE("a file of no bytes or of more than any bundle is not even begun") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        auto sidecar = sidecar_of(some_bytes(10));
        for (const std::uint64_t bytes : {0ull, 64ull * 1024 * 1024 + 1, ~0ull}) {
            sidecar.bytes = bytes;
            CHECK(code_of(door.uploads.create(sidecar)) == StopCode::upload_too_large);
        }
    });
}

TEST_CASE("bytes that are not those that the box signed for are forgotten, and can come again") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        const auto bytes = some_bytes(1000);
        const auto sidecar = sidecar_of(bytes);
        REQUIRE(door.uploads.create(sidecar));
        CHECK(code_of(door.uploads.append(sidecar.sha256, 0, Bytes(1000, 0x55))) ==
              StopCode::hash_differs);
        CHECK(code_of(door.uploads.progress(sidecar.sha256)) == StopCode::upload_unknown);
        REQUIRE(door.uploads.create(sidecar));
        CHECK(door.uploads.append(sidecar.sha256, 0, bytes)->is_whole());
    });
}

TEST_CASE("the last chunk makes a bundle: its bytes in place, the note stored, no upload left") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        const auto bytes = some_bytes(1000);
        const auto sidecar = sidecar_of(bytes);
        CHECK(door.uploads.create(sidecar)->received == 0);
        REQUIRE(door.uploads.append(sidecar.sha256, 0, ByteView(bytes).first(1)));
        CHECK(door.uploads.create(sidecar)->received == 1);
        CHECK(door.uploads.append(sidecar.sha256, 1, ByteView(bytes).subspan(1))->is_whole());
        CHECK(platform.keeps(bytes));
        CHECK(door.uploads.create(sidecar)->is_whole());
        CHECK(std::filesystem::is_empty(platform.folder() / "uploads"));
        const auto known = platform.sessions().bundle(sidecar.sha256).value();
        REQUIRE(known);
        CHECK(known->state == central::State::stored);
        CHECK(known->stored == "stored " + to_hex(sidecar.sha256));
        CHECK(known->box == "BOX-TEST");
    });
}

TEST_CASE("two processes take the chunks of one upload, whichever comes") {
    test::Platform first(test::Postgresql::shared().make_database());
    test::SeededEntropy entropy(9);
    auto other = central::Register::open(first.database(), entropy);
    REQUIRE(other);
    Door here(first);
    central::Uploads there(
        {.register_of_sessions = *other,
         .blobs = first.blobs(),
         .folder = first.folder() / "uploads",
         .clock = first.clock(),
         .sign_stored = [](const central::Sidecar&, WallTime) { return std::string("stored"); }});
    const auto bytes = some_bytes(10'000);
    const auto sidecar = sidecar_of(bytes);
    REQUIRE(here.uploads.create(sidecar));
    for (std::size_t at = 0; at < bytes.size(); at += 1000) {
        auto& door = at % 2000 == 0 ? here.uploads : there;
        REQUIRE(door.append(sidecar.sha256, at, ByteView(bytes).subspan(at, 1000)));
    }
    CHECK(first.keeps(bytes));
    CHECK(there.create(sidecar)->is_whole());
}

TEST_CASE("a box sends one bundle at a time, and another one does not wait for it") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        const auto one = sidecar_of(some_bytes(1000)), two = sidecar_of(some_bytes(1001));
        REQUIRE(door.uploads.create(one));
        CHECK(code_of(door.uploads.create(two)) == StopCode::uploads_too_many);
        CHECK(door.uploads.create(sidecar_of(some_bytes(1002), "BOX-OTHER")));
        platform.clock().pass(seconds(31));
        CHECK(door.uploads.create(two));
        CHECK(door.uploads.create(one)->received == 0);
    });
}

TEST_CASE("an upload that nobody goes on with is forgotten after seven days, and no sooner") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        const auto sidecar = sidecar_of(some_bytes(1000));
        REQUIRE(door.uploads.create(sidecar));
        REQUIRE(door.uploads.append(sidecar.sha256, 0, Bytes(10, 'x')));
        platform.clock().pass(minutes(7 * 24 * 60));
        REQUIRE(door.uploads.tidy());
        CHECK(door.uploads.progress(sidecar.sha256)->received == 10);
        platform.clock().pass(seconds(1));
        REQUIRE(door.uploads.tidy());
        CHECK(code_of(door.uploads.progress(sidecar.sha256)) == StopCode::upload_unknown);
        CHECK(std::filesystem::is_empty(platform.folder() / "uploads"));
    });
}

TEST_CASE("a crash after the bytes were put in their place is ended by whoever comes next") {
    on_both([](test::Platform& platform) {
        Door door(platform);
        const auto bytes = some_bytes(1000);
        const auto sidecar = sidecar_of(bytes);
        REQUIRE(door.uploads.create(sidecar));
        REQUIRE(platform.blobs().keep(sidecar.sha256, bytes));  // but no row says so yet
        REQUIRE(platform.sessions().connection().run("UPDATE upload SET received = bytes"));
        REQUIRE(door.uploads.tidy());
        CHECK(platform.sessions().bundle(sidecar.sha256).value().has_value());
        CHECK(door.uploads.create(sidecar)->is_whole());
    });
}
