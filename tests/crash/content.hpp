// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <memory>

namespace preau::crash {

/// Bytes of a file in copy-on-write blocks: copying a whole disk costs a few pointers, so that
/// every operation of a workload can leave a picture of the disk behind.
class Content {
  public:
    std::size_t size() const { return size_; }
    /// Fills out from offset; zeros beyond the end.
    void read(std::size_t offset, std::span<std::uint8_t> out) const;
    /// Grows when needed; a gap reads as zeros.
    void write(std::size_t offset, ByteView bytes);
    void resize(std::size_t size);
    Bytes all() const;

    bool operator==(const Content& other) const { return all() == other.all(); }

  private:
    static constexpr std::size_t kBlockBytes = 4096;
    using Block = ByteArray<kBlockBytes>;

    Block& writable(std::size_t index);

    std::vector<std::shared_ptr<Block>> blocks_;  // null: zeros
    std::size_t size_ = 0;
};

}  // namespace preau::crash
