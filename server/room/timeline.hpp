// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"
#include "record/types.hpp"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace preau::room {

/// One thing that happened to a candidate, or to the whole room, as the invigilator reads it.
struct Occurrence {
    WallTime at;
    record::Type what = record::Type::candidate_joined;
    std::uint16_t by =
        0;             ///< 1-based among the session's invigilators; 0: the box or the candidate
    int question = 0;  ///< 0: about no question
    std::int64_t minutes = 0;          ///< of added time
    std::vector<std::string> words{};  ///< of the API: a reason, a category, a way to join
    std::string text{};                ///< as somebody typed it

    bool operator==(const Occurrence&) const = default;
};

/// What happened to each candidate: a fold of the journal, made again when it is opened. Bounded:
/// what a bad network repeats goes first, then the oldest. One thread.
class Timeline {
  public:
    static constexpr std::size_t kOccurrencesMax = 256;  ///< of one candidate, and of the room

    void note(const exam::Event& event, WallTime at);
    /// Oldest first, what concerned the whole room included.
    std::vector<Occurrence> of(CandidateNumber candidate) const;

  private:
    struct Line {
        std::uint64_t order = 0;
        Occurrence occurrence;
    };
    using Lines = std::deque<Line>;

    static void make_place(Lines& lines);

    std::map<CandidateNumber, Lines> lines_;  ///< 0: the room's
    std::uint64_t next_ = 0;
};

}  // namespace preau::room
