// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace preau::agent {

/// A download under way, kept between two tries. Nothing looks at it before it is whole and its
/// hash is right, so it is not synced.
class PartFile {
  public:
    /// Never grows beyond bytes_max.
    PartFile(std::filesystem::path path, std::uint64_t bytes_max);

    std::uint64_t size() const { return size_; }
    /// False when it does not fit, or the disk refuses.
    bool append(std::string_view piece);
    void clear();
    bool failed() const { return failed_; }

  private:
    std::filesystem::path path_;
    std::uint64_t bytes_max_;
    std::uint64_t size_ = 0;
    bool failed_ = false;
    std::ofstream file_;
};

}  // namespace preau::agent
