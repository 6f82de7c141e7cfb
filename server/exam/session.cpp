// SPDX-License-Identifier: Apache-2.0
#include "exam/session.hpp"

#include <algorithm>
#include <tuple>

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

std::set<CandidateNumber> Session::homonyms() const {
    std::map<std::tuple<std::u32string, std::u32string, std::string>, CandidateNumber> seen;
    std::set<CandidateNumber> found;
    for (const auto& [number, candidate] : candidates) {
        const auto& identity = candidate.enrolment.identity;
        const auto [other, is_new] =
            seen.try_emplace({compared_letters(identity.last_name),
                              compared_letters(identity.first_name), identity.birthdate},
                             number);
        if (!is_new) found.insert({number, other->second});
    }
    return found;
}

}  // namespace preau::exam
