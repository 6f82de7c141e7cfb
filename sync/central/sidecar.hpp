// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/register.hpp"
#include "central/stop.hpp"

namespace preau::central {

/// What a box has signed of a bundle that it sends.
struct Sidecar {
    std::string box;
    SessionId session;
    Hash sha256{};
    std::uint64_t bytes = 0;
    std::string note;  ///< the signed text itself

    bool operator==(const Sidecar&) const = default;
};

/// The note that travels beside a bundle, verified: by a box that we know. Stops with note_refused,
/// box_unknown or storage_failed.
Result<Sidecar, Stop> open_sidecar(std::string_view note, Register& boxes);

}  // namespace preau::central
