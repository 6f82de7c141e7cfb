// SPDX-License-Identifier: Apache-2.0
// Prints tests/vectors/formats/cases.json: after a change of a format, put it there and say so.
#include "unit/seal/format_cases.hpp"

#include <cstdio>

int main() {
    const auto text = preau::test::format_cases_file();
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
