// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <string>

namespace preau::exam {

/// Pix's categories of issues that are no question's (certification-issue-report.js).
enum class IncidentCategory {
    c1,  ///< name or birth date to correct
    c2,  ///< extra time to add or change
    c4,  ///< signature forgotten or on the wrong line
    c6,  ///< suspected fraud
    c7,  ///< technical incident that stopped nobody
    c8,  ///< incident of the candidate that stopped nobody
};

/// Pix asks for a description of every category but fraud.
constexpr bool needs_description(IncidentCategory category) {
    return category != IncidentCategory::c6;
}

/// What an invigilator noted about a candidate.
struct Incident {
    IncidentCategory category = IncidentCategory::c7;
    std::string description{};
    Tick at{};
    WallTime wall{};
    std::uint16_t invigilator = 0;  ///< 1-based; 0: the box

    bool operator==(const Incident&) const = default;
};

}  // namespace preau::exam
