// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace preau::test {

/// Folder of the known answers: environment variable PREAU_VECTORS, else tests/vectors.
inline std::string vectors_folder() {
    const char* folder = std::getenv("PREAU_VECTORS");
    return folder != nullptr ? folder : "tests/vectors";
}

/// Whole text of a file of known answers; empty when it cannot be read.
inline std::string read_vectors(const std::string& name) {
    std::ifstream file(vectors_folder() + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace preau::test
