// SPDX-License-Identifier: Apache-2.0
#include "crash/content.hpp"

#include <cstring>

namespace preau::crash {

void Content::read(std::size_t offset, std::span<std::uint8_t> out) const {
    while (!out.empty()) {
        const auto within = offset % kBlockBytes;
        const auto count = std::min(out.size(), kBlockBytes - within);
        const auto index = offset / kBlockBytes;
        if (index < blocks_.size() && blocks_[index])
            std::memcpy(out.data(), blocks_[index]->data() + within, count);
        else
            std::memset(out.data(), 0, count);
        offset += count;
        out = out.subspan(count);
    }
}

void Content::write(std::size_t offset, ByteView bytes) {
    if (bytes.empty()) return;
    if (offset + bytes.size() > size_) resize(offset + bytes.size());
    while (!bytes.empty()) {
        const auto within = offset % kBlockBytes;
        const auto count = std::min(bytes.size(), kBlockBytes - within);
        std::memcpy(writable(offset / kBlockBytes).data() + within, bytes.data(), count);
        offset += count;
        bytes = bytes.subspan(count);
    }
}

void Content::resize(std::size_t size) {
    blocks_.resize((size + kBlockBytes - 1) / kBlockBytes);
    // What lies beyond the end must read as zeros if the file grows again.
    if (size < size_ && size % kBlockBytes != 0 && blocks_.back()) {
        auto& last = writable(blocks_.size() - 1);
        std::memset(last.data() + size % kBlockBytes, 0, kBlockBytes - size % kBlockBytes);
    }
    size_ = size;
}

Bytes Content::all() const {
    Bytes bytes(size_);
    read(0, bytes);
    return bytes;
}

Content::Block& Content::writable(std::size_t index) {
    auto& block = blocks_[index];
    if (!block)
        block = std::make_shared<Block>();
    else if (block.use_count() > 1)
        block = std::make_shared<Block>(*block);
    return *block;
}

}  // namespace preau::crash
