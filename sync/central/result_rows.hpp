// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"

namespace preau::central {

/// A result in the words of the table `result`.
struct ResultRow {
    std::int64_t candidate = 0;
    std::string status, comment;
    std::int64_t pix_score = 0;
    std::string capacity, error_rate;  ///< shortest decimals: the same bits come back
    std::int64_t degraded = 0;
    std::string levels;  ///< {"1.1":3}; {"1.1":[3,2,4]} where only the range of a level is known
};

std::vector<ResultRow> result_rows(
    const std::map<CandidateNumber, exam::CertificationResult>& results);

}  // namespace preau::central
