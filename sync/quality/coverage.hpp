// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"

#include <span>
#include <string>
#include <vector>

namespace preau::quality {

/// A question that may be asked, and of whom.
struct Offer {
    adaptive::Item item{};
    bool needs_internet = false;
    bool accessible_blind = false;
    bool accessible_colour = false;
};

/// What a pack lacks in one competence.
struct Gap {
    std::string competence;
    std::string situation;  ///< "for a blind candidate, after 3 accepted reports"
    std::string what;       ///< "tubes" or "hard questions"
    int missing = 0;

    bool operator==(const Gap&) const = default;
};

/// Reports that a candidate may have accepted in one test and still get a whole one; each takes a
/// skill away (Pix, PR 7362).
inline constexpr int kReportsSurvived = 3;

/// Where the pack cannot give every candidate a whole test, each competence asked as often as the
/// others: for everybody, for blind and for colour-blind candidates; and where it has fewer than
/// two questions that are easy (under -1), middling, or hard (from 1). Questions that need the
/// internet do not count.
std::vector<Gap> find_gaps(std::span<const Offer> offers,
                           const adaptive::CertificationVersion& version);

}  // namespace preau::quality
