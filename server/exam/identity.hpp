// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace preau::exam {

/// Civil status as enrolled; the birth date is written YYYY-MM-DD.
struct Identity {
    std::string last_name;
    std::string first_name;
    std::string birthdate;

    bool operator==(const Identity&) const = default;
};

/// What of a name is compared, the same for all its spellings. Letters of every script are kept:
/// two names written in Cyrillic must not both become empty.
std::u32string compared_letters(std::string_view name);

/// Same person for the exam room: names compared without accents, case, spaces or punctuation, œ as
/// oe; birth dates exactly.
bool same_person(const Identity& a, const Identity& b);

}  // namespace preau::exam
