// SPDX-License-Identifier: Apache-2.0
// Prints tests/vectors/formats/cases.json: after a change of a format, put it there and say so.
// With --signed, prints documents well signed with anything inside, for a second reader to judge.
#include "unit/seal/format_cases.hpp"

#include <cstdio>
#include <string_view>

int main(int argc, char** argv) {
    constexpr std::uint64_t kSeed = 20261125;
    constexpr int kCount = 2000;
    const bool only_signed = argc == 2 && std::string_view(argv[1]) == "--signed";
    const auto text = only_signed
                          ? preau::test::cases_file(preau::test::signed_changes(kSeed, kCount))
                          : preau::test::format_cases_file();
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
