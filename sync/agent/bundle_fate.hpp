// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/trouble.hpp"

namespace preau::agent {

/// What the platform says became of the bytes it has. To be shown; only `receipt` and `stored` are
/// worth anything, once their signatures are verified.
struct BundleFate {
    enum class State {
        partial,
        stored,
        verifying,
        accepted,
        duplicate,
        quarantined,
        rejected,
        contested
    };
    State state = State::partial;
    std::string code;
    std::string title;    ///< fit to be shown
    std::string detail;   ///< fit to be logged
    std::string stored;   ///< note; empty when there is none
    std::string receipt;  ///< note; empty when there is none
};

/// Reads the body of GET /v1/bundles/<sha256>; anything else is no answer of the platform.
Result<BundleFate, Obstacle> read_fate(const HttpAnswer& answer);

/// Why there is no receipt yet.
Trouble trouble_of(BundleFate::State state);

}  // namespace preau::agent
