// SPDX-License-Identifier: Apache-2.0
#include "exam/session.hpp"

#include <algorithm>

namespace preau::exam {

const Candidate* Session::find(CandidateNumber number) const {
    const auto found = candidates.find(number);
    return found == candidates.end() ? nullptr : &found->second;
}

std::uint16_t Session::invigilator_with(const Hash& token) const {
    const auto found = std::ranges::find(invigilators, token, &Invigilator::token);
    if (found == invigilators.end()) return 0;
    return static_cast<std::uint16_t>(found - invigilators.begin() + 1);
}

}  // namespace preau::exam
