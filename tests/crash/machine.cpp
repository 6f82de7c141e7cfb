// SPDX-License-Identifier: Apache-2.0
#include "crash/machine.hpp"

#include <sqlite3.h>

namespace preau::crash {

static_assert(kMemoryLocks == SQLITE_SHM_NLOCK);

int FileLocks::lock(const void* holder, int& held, int level) {
    if (held >= level) return SQLITE_OK;
    if (exclusive_ != nullptr && exclusive_ != holder) return SQLITE_BUSY;
    if (level == SQLITE_LOCK_SHARED) {
        ++readers_;
    } else {
        if (reserved_ != nullptr && reserved_ != holder) return SQLITE_BUSY;
        reserved_ = holder;
        if (level == SQLITE_LOCK_EXCLUSIVE) {
            if (readers_ > 1) return SQLITE_BUSY;
            exclusive_ = holder;
        }
    }
    held = level;
    return SQLITE_OK;
}

void FileLocks::unlock(const void* holder, int& held, int level) {
    if (level < SQLITE_LOCK_RESERVED) {
        if (reserved_ == holder) reserved_ = nullptr;
        if (exclusive_ == holder) exclusive_ = nullptr;
    }
    if (level == SQLITE_LOCK_NONE && held >= SQLITE_LOCK_SHARED) --readers_;
    held = std::min(held, level);
}

void* SharedMemory::region(std::size_t index, bool extend) {
    if (index >= regions_.size() && !extend) return nullptr;
    while (regions_.size() <= index)
        regions_.push_back(std::make_unique<ByteArray<kRegionBytes>>());
    return regions_[index]->data();
}

int SharedMemory::lock(const void* holder, Shares& shares, std::size_t first, std::size_t count,
                       bool exclusive) {
    for (auto i = first; i < first + count; ++i) {
        const int others = readers_[i] - (shares[i] ? 1 : 0);
        if (writer_[i] != nullptr && writer_[i] != holder) return SQLITE_BUSY;
        if (exclusive && others > 0) return SQLITE_BUSY;
    }
    for (auto i = first; i < first + count; ++i) {
        if (exclusive) {
            writer_[i] = holder;
        } else if (!shares[i]) {
            ++readers_[i];
            shares[i] = true;
        }
    }
    return SQLITE_OK;
}

void SharedMemory::unlock(const void* holder, Shares& shares, std::size_t first,
                          std::size_t count) {
    for (auto i = first; i < first + count; ++i) {
        if (writer_[i] == holder) writer_[i] = nullptr;
        if (shares[i]) --readers_[i];
        shares[i] = false;
    }
}

}  // namespace preau::crash
