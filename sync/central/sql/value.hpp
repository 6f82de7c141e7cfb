// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/ids.hpp"

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace preau::central::sql {

/// What a statement is given in place of `$1`, `$2`…: NULL, BIGINT, TEXT or BYTEA. Text and bytes
/// are looked at during the call only.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, ByteView>;

inline Value to_value(std::monostate) { return {}; }
Value to_value(bool) = delete;  // a truth is stored as 0 or 1: say so
inline Value to_value(std::integral auto number) { return static_cast<std::int64_t>(number); }
inline Value to_value(std::string_view text) { return text; }
inline Value to_value(const char* text) { return std::string_view(text); }
inline Value to_value(const std::string& text) { return std::string_view(text); }
inline Value to_value(ByteView bytes) { return bytes; }
inline Value to_value(const Bytes& bytes) { return ByteView(bytes); }
template <std::size_t N>
Value to_value(const ByteArray<N>& bytes) {
    return ByteView(bytes);
}
template <class Tag>
Value to_value(const Id<Tag>& id) {
    return ByteView(id.bytes);
}
template <class T>
Value to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : Value();
}

}  // namespace preau::central::sql
