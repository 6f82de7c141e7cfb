// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace preau::exam {

/// Why somebody is on the list whom the signed roster does not name.
enum class LateChange {
    enrolled,     ///< forgotten, or enrolled since
    moved,        ///< comes from another room or session
    certifiable,  ///< was enrolled, and may sit the test only since
};

/// Of a candidate added in the room: the platform has to confirm who that is.
struct LateEnrolment {
    LateChange change = LateChange::enrolled;
    std::string why{};
    std::uint16_t invigilator = 0;  ///< 1-based; 0: the office

    bool operator==(const LateEnrolment&) const = default;
};

}  // namespace preau::exam
