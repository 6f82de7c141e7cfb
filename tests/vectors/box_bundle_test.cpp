// SPDX-License-Identifier: Apache-2.0
// A session sat, sealed and sent by a real room over a real database, read by verify.mjs.
#include "base/file.hpp"
#include "office/outbox.hpp"
#include "seal/certificate.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"
#include "unit/seal/test_platform.hpp"

#include <fmt/format.h>

#include <cstdlib>

using namespace preau;
using seal::Role;

namespace {

/// The platform whose session key is the one that authorised the room's session.
seal::Root root_of_room(const test::TestPlatform& platform) {
    auto root = platform.root();
    root.roles[Role::session] = {{test::key_of(0x33).public_key()}, 1};
    return root;
}

std::string certificate_of(const record::BoxIdentity& box, const test::TestPlatform& platform) {
    seal::Certificate certificate;
    certificate.box = box.name;
    certificate.uai = "0750001A";
    certificate.signing = box.key.public_key();
    certificate.encryption = test::TestPlatform::ingest_key().recipient();
    certificate.not_before = *from_iso8601("2026-01-01T00:00:00.000Z");
    certificate.not_after = *from_iso8601("2027-01-01T00:00:00.000Z");
    return seal::sign_certificate(certificate, platform.key(Role::enrol));
}

int verify(const test::TempDir& folder, const std::filesystem::path& bundle) {
    return std::system(fmt::format("node tests/vectors/verify.mjs open {} {} {} >/dev/null 2>&1",
                                   bundle.string(), folder.file("root.json"),
                                   folder.file("escrow.key"))
                           .c_str());
}

}  // namespace

TEST_CASE("vectors: the second reader opens the bundle of a box, by the root document alone") {
    const test::TestPlatform platform;
    const test::TempDir folder;
    test::SmallRoom room(3);
    room.start(1);
    room.finish(1);
    room.start(2);
    room.finish(2);
    room.finalise();
    const auto root = root_of_room(platform);
    REQUIRE(write_file(folder.path() / "root.json", as_bytes(platform.sign_root(root))));
    REQUIRE(test::TestPlatform::escrow_key().save(folder.path() / "escrow.key"));

    const office::Outbox outbox(folder.path());
    const office::Sender sender{room.box(),
                                room.clock(),
                                room.entropy(),
                                root.recipients_at(room.clock().wall_now()),
                                {.certificates = {certificate_of(room.box(), platform)}}};
    REQUIRE(office::write_missing_bundles(room.room(), room.journal(), sender, outbox));
    const auto path = outbox.bundle_path(room.authorisation().session);
    CHECK(verify(folder, path) == 0);

    auto bytes = *read_file(path, 10'000'000);
    bytes[bytes.size() / 2] ^= 1;
    REQUIRE(write_file(path, bytes));
    CHECK(verify(folder, path) != 0);
}
