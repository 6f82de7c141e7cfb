// SPDX-License-Identifier: Apache-2.0
#include "agent/apart.hpp"

#include "agent/platform_keys.hpp"
#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using namespace preau::agent;

TEST_CASE("a program that could read the box's keys refuses to start, and says which") {
    const test::TempDir folder;
    const std::filesystem::path keys = folder.path() / "keys";
    const std::vector<std::filesystem::path> both = {folder.path() / "box.db", keys};
    CHECK(check_cannot_read(both));
    std::filesystem::create_directory(keys);
    const auto refused = check_cannot_read(both);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find(keys.string()) != std::string::npos);
}

TEST_CASE("a root document that is none changes nothing about whom the agent believes") {
    const test::TempDir folder;
    const auto file = folder.path() / "root.json";
    PlatformKeysFile keys(file);
    CHECK_FALSE(keys.news());
    REQUIRE(write_file(file, as_bytes("<html>")));
    CHECK_FALSE(keys.news());
    CHECK_FALSE(read_platform_keys(file));
}
