// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstddef>

namespace preau::agent {

/// How many bytes to send at a time: few at first, for lines that are paid by the byte, more while
/// they go through quickly; half as many after a failure, then patient before growing again.
class ChunkSize {
  public:
    static constexpr std::size_t kLeast = 1024;
    static constexpr std::size_t kFirst = 256 * 1024;
    static constexpr std::size_t kMost = 8 * 1024 * 1024;  // what the platform takes

    std::size_t bytes() const { return bytes_; }
    void went_through(Duration time);
    void failed();

  private:
    static constexpr Duration kQuick = seconds(2);
    static constexpr int kPatience = 8;  ///< chunks that pass before one more growth

    std::size_t bytes_ = kFirst;
    int to_pass_ = 0;
};

}  // namespace preau::agent
