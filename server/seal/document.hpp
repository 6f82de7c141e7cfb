// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

/// What the payloads of signed documents have in common.
namespace preau::seal {

inline constexpr std::size_t kDocumentNameBytesMax = 64;

/// Reads a payload by consuming its members, then refuses it unless it is what `write` makes of it:
/// a document has one spelling. `what` names it in errors.
template <class T>
Result<T> read_document(ByteView payload, std::string_view what, T (*read_members)(json::Fields&),
                        std::string (*write)(const T&)) {
    auto value = json::read(as_text(payload));
    if (!value) return fail(std::move(value.error()).with_context(what));
    json::Fields fields(*value);
    T read = read_members(fields);
    if (auto done = fields.finished(what); !done) return fail(std::move(done.error()));
    if (write(read) != as_text(payload))
        return fail(Error::malformed(std::string(what) + ": not the one spelling"));
    return read;
}

/// "2026-11-24T09:00:00.000Z".
WallTime read_time(json::Fields& fields, std::string_view name);

/// Members nbf and naf: the beginning and the end of a time, the end later.
struct TimeWindow {
    WallTime not_before;
    WallTime not_after;
};
TimeWindow read_window(json::Fields& fields);

/// True for the first of two choices; refuses anything else.
bool read_choice(json::Fields& fields, std::string_view name, std::string_view when_true,
                 std::string_view when_false);

/// A box's name under `name`.
std::string read_box_name(json::Fields& fields, std::string_view name);

}  // namespace preau::seal
