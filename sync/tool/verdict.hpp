// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/ledger.hpp"

namespace preau::tool {

/// What a rehearsal found out.
struct Verdict {
    std::size_t candidates = 0;
    std::size_t finished = 0;
    std::size_t acknowledged = 0;
    Comparison answers;
    bool is_bundle_verified = false;
    bool is_accepted = false;  ///< the box has shown the platform's receipt

    /// Everything that a session promises is true.
    bool is_good() const;
    /// "rehearsal: 40/40 finished, 1280 answers acknowledged, 0 lost, bundle verified, central
    /// accepted", and what is not so.
    std::string line() const;
};

}  // namespace preau::tool
