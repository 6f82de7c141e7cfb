// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/second_copy_folder.hpp"
#include "store/second_copy_format.hpp"

#include <span>

namespace preau::store {

/// Writes one session's second copy. After a fault the object is worth nothing more: what the
/// medium holds is unknown until the copy is opened again and read. One thread.
class CopyWriter {
  public:
    /// Reads what the medium holds, and changes nothing of it.
    static CopyResult<CopyWriter> open(CopyFolder& folder, const CopyChain& chain,
                                       const PayloadCipher& cipher);

    /// For the caller to compare with the journal before anything is written.
    struct Found {
        std::uint64_t size = 0;     ///< records that follow one another and are whole
        Hash head{};                ///< leaf of the last of them
        std::uint64_t claimed = 0;  ///< claimed_size()
    };
    const Found& found() const { return found_; }
    /// Records of the copy: the journal's next ones are to be appended.
    std::uint64_t size() const { return size_; }

    /// Written, synced, read back and compared. None of them counts when it fails.
    CopyResult<void> append(std::span<const record::Entry> entries, const PayloadCipher& cipher);

  private:
    explicit CopyWriter(std::unique_ptr<CopyFile> file) : file_(std::move(file)) {}
    CopyResult<void> allocate(std::size_t bytes);
    CopyResult<void> write_zeros(std::uint64_t from, std::uint64_t to);
    CopyResult<void> check_written(ByteView bytes);

    std::unique_ptr<CopyFile> file_;
    Found found_;
    std::uint64_t size_ = 0;
    std::uint64_t end_ = 0;        ///< where the next record goes
    std::uint64_t dirty_end_ = 0;  ///< end of what a stop has left behind the last whole record
    std::uint64_t allocated_ = 0;
};

/// Puts the sheet beside the copy, unless it is there already; the certificates that one already
/// there has are kept.
CopyResult<void> keep_sheet(CopyFolder& folder, CopySheet sheet, const PayloadCipher& cipher);

}  // namespace preau::store
