// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/workload.hpp"

#include <map>

namespace preau::crash {

/// Everything a box finds in its journal when it starts.
struct Loaded {
    std::vector<store::SessionRow> rows;
    std::array<std::vector<record::Entry>, kSessions> entries;

    Sizes sizes() const { return {entries[0].size(), entries[1].size()}; }
};
Result<Loaded> load(store::Journal& journal, const History& history);

struct Verdict {
    std::uint64_t lost = 0;  ///< acknowledged records that are not there
    bool wrong = false;      ///< content that was never written
    bool torn = false;       ///< a part of a transaction
    bool detected = false;   ///< wrong, and the box would see it
    std::string problem;     ///< first of them, in words

    bool sound() const { return lost == 0 && !wrong && !torn; }
};

/// Compares what was found with what the outside world was told.
class Judge {
  public:
    Judge(const History& history, Weakness weakness) : history_(history), weakness_(weakness) {}

    Verdict judge(const Loaded& loaded, const Progress& told);

  private:
    void judge_rows(const Loaded& loaded, const Progress& told, Verdict& verdict) const;
    void judge_session(const Loaded& loaded, std::size_t session, Verdict& verdict);
    /// The box would not take them for the session's.
    bool chain_verifies(const std::vector<record::Entry>& entries, std::size_t session) const;
    /// The first records of the history themselves: the answer is the same each time they are read,
    /// so they are read once.
    bool replays_to_model(std::size_t session, std::size_t size);

    const History& history_;
    Weakness weakness_;
    std::array<std::map<std::size_t, bool>, kSessions> replays_;
};

}  // namespace preau::crash
