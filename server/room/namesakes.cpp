// SPDX-License-Identifier: Apache-2.0
#include "room/namesakes.hpp"

namespace preau::room {

void Namesakes::enrol(const exam::Enrolment& enrolment) {
    const auto name = exam::compared_letters(enrolment.identity.last_name) + U'/' +
                      exam::compared_letters(enrolment.identity.first_name);
    auto& bearers = by_name_[name];
    bearers.push_back(enrolment.candidate);
    if (bearers.size() > 1) namesakes_.insert(bearers.begin(), bearers.end());
}

void Namesakes::note(const exam::Event& event) {
    if (const auto* enrolled = std::get_if<exam::event::CandidateEnrolled>(&event))
        enrol(enrolled->enrolment);
    if (const auto* late = std::get_if<exam::event::CandidateEnrolledLate>(&event))
        enrol(late->enrolment);
}

}  // namespace preau::room
