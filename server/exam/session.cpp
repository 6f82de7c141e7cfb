// SPDX-License-Identifier: Apache-2.0
#include "exam/session.hpp"

namespace preau::exam {

const Candidate* Session::find(CandidateNumber number) const {
    const auto found = candidates.find(number);
    return found == candidates.end() ? nullptr : &found->second;
}

}  // namespace preau::exam
