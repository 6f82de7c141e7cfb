// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"
#include "record/chain_reader.hpp"
#include "store/journal.hpp"

#include <array>

namespace preau::crash {

/// A session that was really sat: signed records, and the exam after each of them as the model has
/// it, without record's reader.
struct SessionHistory {
    store::SessionRow row;
    record::ChainTrust trust;
    std::vector<record::Entry> entries;
    std::vector<exam::Session> states;  ///< states[n]: after n records
};

inline constexpr std::size_t kSessions = 2;
using History = std::array<SessionHistory, kSessions>;

/// Two sessions with two epochs and checkpoints each. The same seed gives the same bytes; other
/// seeds give records of the same sizes, in the same order, with other contents.
History make_history(std::uint64_t seed);

}  // namespace preau::crash
