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

/// Whether the code of server/seal takes them; of a bundle, without the records of its journal.
bool accepts_format(const std::string& kind, const std::string& bytes);

/// Documents well signed with anything inside: payloads changed at random in a repeatable way, then
/// signed by the right keys. `accept` is what the code says.
std::vector<FormatCase> signed_changes(std::uint64_t seed, int count);

/// What a verifier is told beforehand, by name: the root document, keys.
std::vector<std::pair<std::string, std::string>> format_trust();

/// The text of tests/vectors/formats/cases.json, and of any other list of cases.
std::string format_cases_file();
std::string cases_file(const std::vector<FormatCase>& cases);

}  // namespace preau::test
