// SPDX-License-Identifier: Apache-2.0
#include "central/result_rows.hpp"

#include "exam/words.hpp"
#include "json/write.hpp"

namespace preau::central {

namespace {

std::string levels_of(const exam::CertificationResult& result) {
    json::Object levels;
    for (const auto& [competence, level] : result.levels) {
        const auto range = result.level_ranges.find(competence);
        if (range == result.level_ranges.end())
            levels.push_back({competence, level});
        else
            levels.push_back(
                {competence, json::Array{level, range->second.low, range->second.high}});
    }
    return json::write(levels);
}

}  // namespace

std::vector<ResultRow> result_rows(
    const std::map<CandidateNumber, exam::CertificationResult>& results) {
    std::vector<ResultRow> rows;
    for (const auto& [candidate, result] : results)
        rows.push_back({.candidate = candidate.value,
                        .status = std::string(exam::word(result.decision.status)),
                        .comment = std::string(exam::word(result.decision.comment)),
                        .pix_score = result.pix_score,
                        .capacity = json::write(result.capacity),
                        .error_rate = json::write(result.error_rate),
                        .degraded = result.degraded ? 1 : 0,
                        .levels = levels_of(result)});
    return rows;
}

}  // namespace preau::central
