// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "exam/second_copy.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preau::store {

using CopyLoss = exam::SecondCopyLoss;

struct CopyFault {
    CopyLoss loss = CopyLoss::failed;
    std::string message;  ///< for the log
};

template <class T>
using CopyResult = Result<T, CopyFault>;

/// An open file of a second copy. After a fault it is worth nothing more: the folder is asked for
/// another. One thread.
class CopyFile {
  public:
    virtual ~CopyFile() = default;
    virtual CopyResult<std::uint64_t> size() = 0;
    /// As the medium holds it, as far as the system lets us ask: not what a cache remembers.
    /// Fewer bytes at the end of the file.
    virtual CopyResult<Bytes> read(std::uint64_t at, std::size_t count) = 0;
    virtual CopyResult<void> write(std::uint64_t at, ByteView bytes) = 0;
    /// Once it returns, everything written is on the medium. Never called again after a fault.
    virtual CopyResult<void> sync() = 0;
};

/// The folder of the second copies on a medium that can go at any moment. One thread.
class CopyFolder {
  public:
    virtual ~CopyFolder() = default;
    /// Opens, or makes it empty, its name safely on the medium.
    virtual CopyResult<std::unique_ptr<CopyFile>> open(const std::string& name) = 0;
    /// Whole content; nothing when there is no such file. Larger than bytes_max is a fault.
    virtual CopyResult<std::optional<Bytes>> read(const std::string& name,
                                                  std::size_t bytes_max) = 0;
    /// All of the new content or all of the old one.
    virtual CopyResult<void> replace(const std::string& name, ByteView content) = 0;
    virtual CopyResult<void> remove(const std::string& name) = 0;
    virtual CopyResult<std::vector<std::string>> names() = 0;
};

/// PREAU/copie on the medium mounted at `mount`. The medium must not be the disk that `journal` is
/// on, unless told that it may be, for trials on one machine.
enum class SameDisk { refused, allowed };
std::unique_ptr<CopyFolder> open_copy_folder(std::filesystem::path mount,
                                             std::filesystem::path journal, SameDisk same_disk);

}  // namespace preau::store
