// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

namespace preau::record {

using Salt = ByteArray<16>;
using HeaderBytes = ByteArray<128>;

/// One record of a journal, as it is stored: what is hashed is these bytes, never a copy made
/// again.
struct Entry {
    HeaderBytes header{};
    Hash leaf{};    ///< RFC 6962 leaf hash of the header
    Salt salt{};    ///< keeps a short payload from being guessed from its hash
    Bytes payload;  ///< empty once it was erased, with its salt

    bool operator==(const Entry&) const = default;

    /// No payload is written empty.
    bool erased() const { return payload.empty(); }
};

}  // namespace preau::record
