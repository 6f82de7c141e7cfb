// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <memory>

/// What a machine holds for an open file and forgets when it stops: locks and shared memory, with
/// the rules, levels and result codes of SQLite's VFS interface. A holder is any address.
namespace preau::crash {

class FileLocks {
  public:
    /// `held` is the holder's present level, and its new one afterwards.
    int lock(const void* holder, int& held, int level);
    void unlock(const void* holder, int& held, int level);
    bool is_reserved() const { return reserved_ != nullptr; }

  private:
    int readers_ = 0;
    const void* reserved_ = nullptr;
    const void* exclusive_ = nullptr;
};

inline constexpr std::size_t kMemoryLocks = 8;  // SQLITE_SHM_NLOCK

class SharedMemory {
  public:
    static constexpr std::size_t kRegionBytes = 32768;
    /// Which locks a holder shares with others.
    using Shares = std::array<bool, kMemoryLocks>;

    /// Null for a region that does not exist and must not be made.
    void* region(std::size_t index, bool extend);
    int lock(const void* holder, Shares& shares, std::size_t first, std::size_t count,
             bool exclusive);
    void unlock(const void* holder, Shares& shares, std::size_t first, std::size_t count);

  private:
    std::vector<std::unique_ptr<ByteArray<kRegionBytes>>> regions_;
    std::array<int, kMemoryLocks> readers_{};
    std::array<const void*, kMemoryLocks> writer_{};
};

}  // namespace preau::crash
