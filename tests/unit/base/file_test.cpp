// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <sys/stat.h>

using namespace preau;

TEST_CASE("a missing, too large or special file is refused with its name") {
    const test::TempDir dir;
    const auto missing = read_file(dir.file("absent"), 10);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("absent") != std::string::npos);
    REQUIRE(write_file(dir.file("large"), as_bytes("12345678901")));
    CHECK(read_file(dir.file("large"), 10).error().kind == ErrorKind::malformed);
    CHECK_FALSE(read_file(dir.path(), 10));
}

TEST_CASE("a file cannot be written where the folder does not exist") {
    const test::TempDir dir;
    CHECK(write_file(dir.file("no/such"), as_bytes("x")).error().kind == ErrorKind::environment);
}

TEST_CASE("a secret file is written whole, readable by its owner only") {
    const test::TempDir dir;
    REQUIRE(write_file(dir.file("key"), as_bytes("secret"), FileAccess::secret));
    CHECK(as_text(*read_file(dir.file("key"), 100)) == "secret");
    struct stat info {};
    REQUIRE(::stat(dir.file("key").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
}
