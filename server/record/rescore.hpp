// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/content.hpp"
#include "exam/session.hpp"

#include <string>
#include <vector>

namespace preau::record {

/// Where a journal says something else than the rules do.
struct Discrepancy {
    CandidateNumber candidate;
    std::string what;
};

/// Plays every recorded test again from its answers alone: the questions drawn, the statuses, the
/// capacities and the results must come out the same, bit for bit. Empty when they do.
std::vector<Discrepancy> rescore(const exam::Session& session, const exam::Content& content);

}  // namespace preau::record
