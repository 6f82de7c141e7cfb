// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/apply.hpp"
#include "exam/content.hpp"

#include <span>
#include <string>
#include <vector>

namespace preau::record {

/// Where a journal says something else than the rules do.
struct Discrepancy {
    CandidateNumber candidate;
    std::string what;
};

/// Folds a verified journal once more and asks of each event, in the state before it, what the
/// rules say: the questions drawn, the statuses, the capacities, the ends of tests and the results
/// must come out the same, bit for bit. Empty when they do; else the first difference of each
/// candidate, since what follows depends on it.
std::vector<Discrepancy> rescore(std::span<const exam::Fact> history, const exam::Content& content);

}  // namespace preau::record
