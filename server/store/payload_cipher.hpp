// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <optional>

namespace preau::store {

/// Seals what leaves the box's own disk during a session, with the session's data key. Any thread.
class PayloadCipher {
  public:
    virtual ~PayloadCipher() = default;
    /// Opens again only together with the bytes that it is bound to.
    virtual Bytes seal(ByteView plain, ByteView bound_to) const = 0;
    /// Nothing when a byte of either is not the one that was sealed.
    virtual std::optional<Bytes> open(ByteView sealed, ByteView bound_to) const = 0;
};

}  // namespace preau::store
