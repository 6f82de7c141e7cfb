// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/history.hpp"
#include "crash/memory_vfs.hpp"
#include "crash/weakness.hpp"

namespace preau::crash {

using Sizes = std::array<std::size_t, kSessions>;

/// A day of the box: the records of a history in about forty transactions, with a stop and a start
/// on the way.
struct Workload {
    std::vector<std::vector<store::Staged>> transactions;
    std::int64_t wal_bytes_max = 0;
    std::size_t restart_before = 0;  ///< index of a transaction
    bool stops_cleanly = false;      ///< then and at the end; or as a process that is killed
};
Workload make_workload(const History& history, std::uint64_t seed);

/// What the outside world has been told, and what may also be on the disk by then.
struct Progress {
    std::size_t sessions = 0;  ///< rows acknowledged
    Sizes acknowledged{};      ///< records of each session
    Sizes attempted{};         ///< the same, with the transaction under way
};

inline const std::string kPath = "box.db";

Result<store::Journal> open_journal(const MemoryVfs& vfs, std::int64_t wal_bytes_max,
                                    Weakness weakness);

/// One append; progress is right at every instant in between, for who watches the disk.
Result<void> append(store::Journal& journal, std::span<const store::Staged> staged,
                    const History& history, Weakness weakness, Progress& progress);

/// Runs it on the machine's disk until its end or its first failure, and then lets go of the
/// journal as a dying process does.
Result<void> run(const Workload& workload, const History& history, const MemoryVfs& vfs,
                 Weakness weakness, Progress& progress);

}  // namespace preau::crash
