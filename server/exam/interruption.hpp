// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <optional>

namespace preau::exam {

/// A lost contact. The clock stood still: its time is given back already, and the invigilator may
/// say that it should not have been (docs/decisions/0018).
struct Interruption {
    enum class Ruling { none, granted, withdrawn };

    Tick began{};
    /// Time given back: while nothing but the lost contact held the clock. Of an interruption under
    /// way, the stretches of it that are over.
    Duration lasted{};
    bool ended = false;
    Ruling ruling = Ruling::none;
    std::optional<Tick> alone_since{};  ///< while nothing else holds the clock

    bool operator==(const Interruption&) const = default;
};

}  // namespace preau::exam
