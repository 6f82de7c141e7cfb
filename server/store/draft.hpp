// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/ids.hpp"
#include "base/time.hpp"

#include <string>

namespace preau::store {

/// What a candidate has typed and not sent yet.
struct Draft {
    std::string item;
    std::string value;
    WallTime at;

    bool operator==(const Draft&) const = default;
};

/// A candidate of one of the box's sessions.
struct CandidateKey {
    SessionId session;
    CandidateNumber candidate;

    auto operator<=>(const CandidateKey&) const = default;
};

/// seal::sign_statement.
using SignedReceipt = ByteArray<146>;

}  // namespace preau::store
