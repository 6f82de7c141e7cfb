// SPDX-License-Identifier: Apache-2.0
#include "crash/workload.hpp"

#include "base/check.hpp"

namespace preau::crash {

namespace {

constexpr std::size_t kRecordsPerTransactionMax = 7;

/// Production has no switch for this: the settings of an open connection are changed behind it.
class NormalJournal : public store::Journal {
  public:
    explicit NormalJournal(store::Journal&& sound) : Journal(std::move(sound)) {
        PREAU_CHECK(connection().execute("PRAGMA synchronous = NORMAL").has_value());
    }
};

std::size_t index_of(const History& history, const SessionId& session) {
    return history[0].row.id == session ? 0 : 1;
}

}  // namespace

Workload make_workload(const History& history, std::uint64_t seed) {
    SplitMix64 random(seed);
    Workload workload;
    Sizes done{};
    const auto left = [&](std::size_t s) { return history[s].entries.size() - done[s]; };
    while (left(0) + left(1) > 0) {
        std::vector<store::Staged> staged;
        const auto count = 1 + random.below(kRecordsPerTransactionMax);
        for (std::uint64_t i = 0; i < count && left(0) + left(1) > 0; ++i) {
            const auto drawn = static_cast<std::size_t>(random.below(2));
            const auto s = left(drawn) > 0 ? drawn : 1 - drawn;
            staged.push_back({history[s].row.id, history[s].entries[done[s]++]});
        }
        workload.transactions.push_back(std::move(staged));
    }
    workload.restart_before = static_cast<std::size_t>(random.below(workload.transactions.size()));
    workload.stops_cleanly = random.below(2) == 0;
    const std::int64_t sizes[] = {60'000, 150'000, store::kWalBytesMax};
    workload.wal_bytes_max = sizes[random.below(3)];
    return workload;
}

Result<store::Journal> open_journal(const MemoryVfs& vfs, std::int64_t wal_bytes_max,
                                    Weakness weakness) {
    auto journal = store::Journal::open(kPath, vfs.name(), wal_bytes_max);
    if (!journal || weakness != Weakness::normal_synchronous) return journal;
    return store::Journal(NormalJournal(std::move(*journal)));
}

Result<void> append(store::Journal& journal, std::span<const store::Staged> staged,
                    const History& history, Weakness weakness, Progress& progress) {
    for (const auto& record : staged) ++progress.attempted[index_of(history, record.session)];
    if (weakness == Weakness::reply_before_commit) progress.acknowledged = progress.attempted;
    auto appended = journal.append(staged);
    if (appended) progress.acknowledged = progress.attempted;
    return appended;
}

Result<void> run(const Workload& workload, const History& history, const MemoryVfs& vfs,
                 Weakness weakness, Progress& progress) {
    auto journal = open_journal(vfs, workload.wal_bytes_max, weakness);
    if (!journal) return fail(std::move(journal.error()));
    for (const auto& session : history) {
        if (auto added = journal->add_session(session.row); !added) return added;
        ++progress.sessions;
    }
    for (std::size_t i = 0; i < workload.transactions.size(); ++i) {
        if (i == workload.restart_before) {
            if (workload.stops_cleanly)
                if (auto closed = journal->close(); !closed) return closed;
            journal = fail(Error::environment("stopped"));
            journal = open_journal(vfs, workload.wal_bytes_max, weakness);
            if (!journal) return fail(std::move(journal.error()));
        }
        if (auto done = append(*journal, workload.transactions[i], history, weakness, progress);
            !done)
            return done;
    }
    return workload.stops_cleanly ? journal->close() : Result<void>();
}

}  // namespace preau::crash
