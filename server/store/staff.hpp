// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace preau::store {

enum class StaffKind {
    staff,    ///< of the school
    one_day,  ///< let in by the office for a day or a few
};

/// Somebody whom the office expects in the exam room.
struct StaffMember {
    std::string name;
    StaffKind kind = StaffKind::staff;
    std::string valid_until;  ///< last day, YYYY-MM-DD; empty: no end

    bool operator==(const StaffMember&) const = default;
};

std::string_view word(StaffKind kind);

}  // namespace preau::store
