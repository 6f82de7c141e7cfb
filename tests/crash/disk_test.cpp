// SPDX-License-Identifier: Apache-2.0
#include "crash/disk.hpp"

#include "support/catch.hpp"

using namespace preau;
using crash::Damage;
using crash::Disk;

namespace {

Bytes filled(std::size_t size, std::uint8_t value) { return Bytes(size, value); }

/// One file with 2048 durable bytes of 1, and 1024 bytes of 2 written over its middle.
Disk half_written() {
    Disk disk;
    const auto file = disk.create("a");
    disk.sync_directory();
    disk.write(file, 0, filled(2048, 1));
    disk.sync(file);
    disk.write(file, 512, filled(1024, 2));
    return disk;
}

Bytes after(const Disk& disk, Damage damage, std::uint64_t seed = 1) {
    SplitMix64 random(seed);
    return disk.after_power_cut(damage, random).listing().at("a");
}

}  // namespace

TEST_CASE("a power cut takes what was not synced, and a program sees it until then") {
    const auto disk = half_written();
    CHECK(after(disk, Damage::all_lost) == filled(2048, 1));
    CHECK(after(disk, Damage::none_lost) == disk.listing().at("a"));
    CHECK(disk.listing().at("a")[512] == 2);
}

TEST_CASE("damage stays within the bytes that were being written") {
    const auto disk = half_written();
    bool torn = false;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto content = after(disk, Damage::garbled, seed);
        REQUIRE(content.size() == 2048);
        CHECK(std::count(content.begin(), content.begin() + 512, 1) == 512);
        CHECK(std::count(content.begin() + 1536, content.end(), 1) == 512);
        torn = torn || content[512] != content[1024];
    }
    CHECK(torn);
}

TEST_CASE("a name is durable once its folder was synced, and an unlinked file can come back") {
    Disk disk;
    disk.create("a");
    SplitMix64 random(1);
    CHECK(disk.after_power_cut(Damage::all_lost, random).listing().empty());
    disk.sync_directory();
    disk.unlink("a");
    CHECK(disk.listing().empty());
    CHECK(disk.after_power_cut(Damage::all_lost, random).listing().size() == 1);
    disk.sync_directory();
    CHECK(disk.after_power_cut(Damage::all_lost, random).listing().empty());
}

TEST_CASE("after a failed sync, no later sync writes what the cache still shows") {
    auto disk = half_written();
    SplitMix64 random(1);
    disk.fail_sync(*disk.find("a"), random);
    disk.sync(*disk.find("a"));
    CHECK(disk.listing().at("a")[512] == 2);
    const auto left = after(disk, Damage::none_lost);
    CHECK(left != disk.listing().at("a"));
    disk.forget_clean_pages();
    CHECK(left == disk.listing().at("a"));
}

TEST_CASE("a copy of a disk does not follow the original") {
    auto disk = half_written();
    const Disk picture = disk;
    const auto before = picture.listing();
    disk.write(*disk.find("a"), 0, filled(5000, 9));
    disk.truncate(*disk.find("a"), 100);
    CHECK(picture.listing() == before);
    disk.write(*disk.find("a"), 200, filled(1, 9));
    CHECK(disk.listing().at("a")[150] == 0);
}
