// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "json/value.hpp"

#include <set>

namespace preau::json {

struct FieldProblem {
    std::string field;    ///< "candidates[3].birthdate"
    std::string code;     ///< missing | unknown | wrong_type | out_of_range | too_long | malformed
    std::string message;  ///< for people, in French

    bool operator==(const FieldProblem&) const = default;
};

/// Reads one object by consuming its members: each read checks type and range, and what nobody read
/// is refused at the end. Only the first problem is kept; after it the reads go on and give empty
/// values, so that a reader is a list of reads and one check. The value must outlive it.
class Fields {
  public:
    /// `path` names the object in problems: "" for the whole document, else as path() gives it.
    explicit Fields(const Value& object, std::string path = "");

    /// Text of at most bytes_max bytes, without U+0000 (databases do not keep it).
    std::string text(std::string_view name, std::size_t bytes_max);
    /// Nothing when the member is absent or null.
    std::optional<std::string> optional_text(std::string_view name, std::size_t bytes_max);
    std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max);
    std::optional<std::int64_t> optional_integer(std::string_view name, std::int64_t min,
                                                 std::int64_t max);
    double number(std::string_view name);
    bool boolean(std::string_view name);
    const Array& array(std::string_view name, std::size_t count_max);
    const Value& value(std::string_view name);           ///< null when absent, which is a problem
    const Value* optional_value(std::string_view name);  ///< nullptr when absent
    /// 2·N lower-case hexadecimal digits.
    template <std::size_t N>
    ByteArray<N> hex(std::string_view name) {
        const auto bytes = hex_bytes(name, N);
        ByteArray<N> out{};
        if (bytes.size() == N) std::copy(bytes.begin(), bytes.end(), out.begin());
        return out;
    }
    Bytes base64(std::string_view name, std::size_t bytes_max);

    /// A member's name as seen from the whole document; `index` is the place in an array.
    std::string path(std::string_view name) const;
    std::string path(std::string_view name, std::size_t index) const;

    /// The caller's own check of a member failed.
    void refuse(std::string_view name, std::string code, std::string message);
    /// Takes over the problem of an object inside this one; closes that reader.
    void close(Fields& inner);

    bool ok() const { return !problem_; }
    /// The first problem; members that nobody read are one.
    std::optional<FieldProblem> finish();
    /// The same for documents that no form shows: "what: field: code".
    Result<void> finished(std::string_view what);

  private:
    const Value* take(std::string_view name);
    const Value* take_required(std::string_view name);
    std::string checked_text(std::string_view name, const Value& value, std::size_t bytes_max);
    std::int64_t checked_integer(std::string_view name, const Value& value, std::int64_t min,
                                 std::int64_t max);
    Bytes hex_bytes(std::string_view name, std::size_t count);
    void problem(std::string_view name, const char* code, std::string message);

    const Value& object_;
    std::string path_;
    std::set<std::string, std::less<>> read_;
    std::optional<FieldProblem> problem_;
};

}  // namespace preau::json
