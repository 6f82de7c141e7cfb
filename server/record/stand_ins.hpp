// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"
#include "record/entry.hpp"
#include "record/types.hpp"

#include <map>
#include <span>

namespace preau::record {

/// True for what tells answers and questions: the payloads that are erased once a session is sealed
/// and its encrypted bundle is written.
constexpr bool bears_answers(Type type) { return family(type) == 0x02; }

/// What stands in a sealed journal for events whose payload was erased: who, what kind and when
/// come from the header, which is proven; numbers are counted; reasons come from the minutes. Ids
/// of questions, values, statuses and capacities are gone, and left empty.
class StandIns {
  public:
    /// Looks for the minutes among the records; they are verified when they are read.
    static StandIns of(std::span<const Entry> entries);

    /// Malformed when nothing can stand for it: another kind, or the minutes do not tell of it.
    Result<exam::Event> event(Type type, CandidateNumber candidate,
                              const exam::Session& before) const;

  private:
    std::map<CandidateNumber, exam::CandidateMinutes> minutes_;
};

}  // namespace preau::record
