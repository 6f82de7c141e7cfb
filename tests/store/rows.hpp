// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/header.hpp"
#include "seal/merkle.hpp"
#include "store/journal.hpp"

#include <fmt/format.h>

namespace preau::test {

inline bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

inline store::SessionRow session_row(std::uint8_t n) {
    store::SessionRow row;
    row.id.bytes.fill(n);
    row.number = fmt::format("10{}", n);
    row.authorisation = "{}";
    row.roster = std::string("bytes\0of a roster", 17);
    row.password_hash = "$argon2id$";
    return row;
}

/// Its place in the journal is right; the chain is for record's tests.
inline record::Entry entry_of(const SessionId& session, std::uint64_t sequence,
                              std::size_t payload_bytes = 20) {
    record::Header header;
    header.session = session;
    header.sequence = sequence;
    record::Entry entry;
    entry.header = record::encode(header);
    entry.leaf = seal::leaf_hash(entry.header);
    entry.payload = Bytes(payload_bytes, static_cast<std::uint8_t>(sequence));
    return entry;
}

}  // namespace preau::test
