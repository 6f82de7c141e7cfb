// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/authorisation.hpp"

namespace preau::record {

/// Of the candidate's certificate: the authorisation gives them in the order of the numbers. Empty
/// when it has none for this one, as for most who were added in the room.
inline std::string verification_code_of(const seal::Authorisation& authorisation,
                                        CandidateNumber candidate) {
    const auto& codes = authorisation.verification_codes;
    const bool has_one = candidate.value > 0 && candidate.value <= codes.size();
    return has_one ? codes[candidate.value - 1] : std::string();
}

}  // namespace preau::record
