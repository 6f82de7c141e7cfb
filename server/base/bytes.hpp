// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preau {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
template <std::size_t N>
using ByteArray = std::array<std::uint8_t, N>;
using Hash = ByteArray<32>;

ByteView as_bytes(std::string_view text);
std::string_view as_text(ByteView bytes);
Bytes to_bytes(ByteView bytes);

/// Lower case. The reader accepts only what the writer makes: one spelling for each value.
std::string to_hex(ByteView bytes);
Result<Bytes> from_hex(std::string_view text);

/// RFC 4648 §4 with padding; the reader refuses every other spelling (line breaks, missing padding,
/// bits set beyond the end).
std::string to_base64(ByteView bytes);
Result<Bytes> from_base64(std::string_view text);

template <std::size_t N>
Result<ByteArray<N>> to_array(ByteView bytes) {
    if (bytes.size() != N) return fail(Error::malformed("wrong number of bytes"));
    ByteArray<N> array;
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}

template <std::size_t N>
Result<ByteArray<N>> array_from_hex(std::string_view text) {
    auto bytes = from_hex(text);
    if (!bytes) return fail(std::move(bytes.error()));
    return to_array<N>(*bytes);
}

}  // namespace preau
