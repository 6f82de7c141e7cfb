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

/// Same person for the exam room: names compared without accents, case, spaces or punctuation, œ as
/// oe; birth dates exactly.
bool same_person(const Identity& a, const Identity& b);

}  // namespace preau::exam
