// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace preau::room {

/// Who on a session's roster bears the same name as another, birth dates left out: on the grid only
/// the date, or the class, tells them apart.
class Namesakes {
  public:
    void enrol(const exam::Enrolment& enrolment);
    /// Enrols whom the event does.
    void note(const exam::Event& event);
    bool contains(CandidateNumber candidate) const { return namesakes_.contains(candidate); }

  private:
    std::map<std::u32string, std::vector<CandidateNumber>> by_name_;
    std::set<CandidateNumber> namesakes_;
};

}  // namespace preau::room
