// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/disk.hpp"
#include "crash/faults.hpp"

#include <functional>
#include <memory>
#include <string>

namespace preau::crash {

/// A SQLite VFS whose files are on a Disk in memory, with the locks and the shared memory that the
/// write-ahead log needs. It makes the same promises as SQLite's own VFS for Linux and keeps none
/// more. One thread; registered as long as the object lives.
class MemoryVfs {
  public:
    MemoryVfs();
    ~MemoryVfs();
    MemoryVfs(const MemoryVfs&) = delete;
    MemoryVfs& operator=(const MemoryVfs&) = delete;

    /// For store::Journal::open.
    const std::string& name() const { return name_; }

    /// A machine that starts with this disk; no file may be open.
    void mount(Disk disk, std::uint64_t seed);
    Disk& disk() { return disk_; }

    void set_faults(FaultPlan faults) { faults_ = faults; }
    const FaultPlan& faults() const { return faults_; }
    /// Called after each operation that changed the disk, in the middle of SQLite's work.
    void watch(std::function<void()> watcher) { watcher_ = std::move(watcher); }
    /// A mistake that some programs make: after a failed sync, sync once more and believe it.
    void retry_failed_syncs(bool retry) { retries_syncs_ = retry; }

    /// Another: after a failed sync and a restart, go on from what the cache still shows.
    void believe_cache(bool believe) { believes_cache_ = believe; }

    struct Registration;
    struct Shared;

  private:
    friend struct Calls;

    std::string name_;
    Disk disk_;
    FaultPlan faults_;
    SplitMix64 random_{0};
    std::function<void()> watcher_;
    bool retries_syncs_ = false;
    bool believes_cache_ = false;
    int open_files_ = 0;
    std::map<Disk::FileId, std::unique_ptr<Shared>> shared_;
    std::unique_ptr<Registration> registration_;
};

}  // namespace preau::crash
