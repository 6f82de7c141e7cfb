// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace preau::crash {

/// What a program asks of a disk.
enum class Operation { open, unlink, read, write, truncate, sync, size };

/// How the disk answers when it fails.
enum class FaultKind {
    io_error,    ///< EIO, whatever was asked
    disk_full,   ///< ENOSPC at a creation or a write; a part of the write may be done
    sync_fails,  ///< EIO at a sync; the cache calls the writes clean
    short_read,  ///< fewer bytes than the file has
};
inline constexpr int kFaultKinds = 4;

/// Fails the n-th operation that this kind of fault can meet, once or from there on.
class FaultPlan {
  public:
    FaultPlan() = default;  ///< counts nothing, fails nothing
    FaultPlan(FaultKind kind, std::uint64_t at, bool for_ever)
        : kind_(kind), at_(at), for_ever_(for_ever), armed_(true) {}

    /// To be asked before each operation: must it fail?
    bool strikes(Operation operation) {
        if (!armed_ || !meets(operation)) return false;
        const auto index = met_++;
        const bool struck = index == at_ || (for_ever_ && index > at_);
        struck_ = struck_ || struck;
        return struck;
    }
    FaultKind kind() const { return kind_; }
    /// Operations so far that this kind of fault can meet.
    std::uint64_t met() const { return met_; }
    bool struck() const { return struck_; }

  private:
    bool meets(Operation operation) const {
        switch (kind_) {
            case FaultKind::io_error:
                return true;
            case FaultKind::disk_full:
                return operation == Operation::open || operation == Operation::write;
            case FaultKind::sync_fails:
                return operation == Operation::sync;
            case FaultKind::short_read:
                return operation == Operation::read;
        }
        return false;
    }

    FaultKind kind_ = FaultKind::io_error;
    std::uint64_t at_ = 0;
    bool for_ever_ = false;
    bool armed_ = false;
    bool struck_ = false;
    std::uint64_t met_ = 0;
};

}  // namespace preau::crash
