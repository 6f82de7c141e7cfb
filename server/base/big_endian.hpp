// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <concepts>
#include <cstring>

namespace preau {

/// Appends big-endian integers and raw bytes.
class ByteWriter {
  public:
    template <std::unsigned_integral Integer>
    ByteWriter& integer(Integer value) {
        for (int shift = (sizeof(Integer) - 1) * 8; shift >= 0; shift -= 8)
            bytes_.push_back(static_cast<std::uint8_t>(value >> shift));
        return *this;
    }
    ByteWriter& u8(std::uint8_t v) { return integer(v); }
    ByteWriter& u16(std::uint16_t v) { return integer(v); }
    ByteWriter& u32(std::uint32_t v) { return integer(v); }
    ByteWriter& u64(std::uint64_t v) { return integer(v); }
    ByteWriter& bytes(ByteView view) {
        bytes_.insert(bytes_.end(), view.begin(), view.end());
        return *this;
    }
    const Bytes& view() const { return bytes_; }
    Bytes take() { return std::move(bytes_); }

  private:
    Bytes bytes_;
};

/// Reads what ByteWriter wrote. After a read past the end, ok() is false for good and every value
/// read is zero.
class ByteReader {
  public:
    explicit ByteReader(ByteView bytes) : rest_(bytes) {}

    template <std::unsigned_integral Integer>
    Integer integer() {
        Integer value = 0;
        for (const auto byte : bytes(sizeof(Integer)))
            value = static_cast<Integer>(static_cast<std::uint64_t>(value) << 8 | byte);
        return value;
    }
    std::uint8_t u8() { return integer<std::uint8_t>(); }
    std::uint16_t u16() { return integer<std::uint16_t>(); }
    std::uint32_t u32() { return integer<std::uint32_t>(); }
    std::uint64_t u64() { return integer<std::uint64_t>(); }

    ByteView bytes(std::size_t count) {
        if (!ok_ || count > rest_.size()) {
            ok_ = false;
            return {};
        }
        const auto taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    template <std::size_t N>
    ByteArray<N> array() {
        ByteArray<N> out{};
        const auto taken = bytes(N);
        std::copy(taken.begin(), taken.end(), out.begin());
        return out;
    }

    bool ok() const { return ok_; }
    std::size_t remaining() const { return ok_ ? rest_.size() : 0; }
    /// Everything was read, nothing was missing.
    bool finished() const { return ok_ && rest_.empty(); }

  private:
    ByteView rest_;
    bool ok_ = true;
};

}  // namespace preau
