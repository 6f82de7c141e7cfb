// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"

#include <string>
#include <vector>

/// Known answers of every format of server/seal, good and bad: the same bytes in every run.
namespace preau::test {

struct FormatCase {
    std::string kind;  ///< root, root-update, timestamp, request, certificate, authorisation…
    std::string name;  ///< what is wrong with it, or "good"
    bool accept = false;
    std::string bytes;
};

std::vector<FormatCase> format_cases();

/// What a verifier is told beforehand, by name: the root document, keys.
std::vector<std::pair<std::string, std::string>> format_trust();

/// The text of tests/vectors/formats/cases.json.
std::string format_cases_file();

}  // namespace preau::test
