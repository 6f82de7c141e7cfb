// SPDX-License-Identifier: Apache-2.0
#include "unit/seal/format_cases.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"

using namespace preau;

namespace {

constexpr const char* kFile = "tests/vectors/formats/cases.json";

/// What only whoever knows journals can tell; verify.mjs does, and tests/unit/record.
bool is_about_records(const test::FormatCase& one) {
    return one.kind == "bundle" &&
           (one.name.starts_with("a record") || one.name.starts_with("another root") ||
            one.name.starts_with("a checkpoint") || one.name.starts_with("for another"));
}

}  // namespace

TEST_CASE("the known formats on the disk are those that the code makes (make_format_cases)") {
    const auto file = read_file(kFile, 4 << 20);
    REQUIRE(file);
    CHECK(as_text(*file) == test::format_cases_file());
}

TEST_CASE("the good ones of the known formats are read, the bad ones refused") {
    for (const auto& one : test::format_cases()) {
        if (is_about_records(one)) continue;
        INFO(one.kind << ": " << one.name);
        CHECK(test::accepts_format(one.kind, one.bytes) == one.accept);
    }
}

TEST_CASE("B4: every byte of the known formats flipped is refused") {
    for (const auto& one : test::format_cases()) {
        if (!one.accept || one.kind == "bundle-file") continue;
        for (std::size_t at = 0; at < one.bytes.size(); ++at) {
            auto changed = one.bytes;
            changed[at] = static_cast<char>(changed[at] ^ 1 << at % 8);
            INFO(one.kind << " at byte " << at);
            if (test::accepts_format(one.kind, changed)) FAIL("accepted");
        }
    }
}
