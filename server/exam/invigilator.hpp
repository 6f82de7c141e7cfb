// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <string>

namespace preau::exam {

/// Who did something, and under which act: an act sent again is applied once.
struct By {
    std::uint16_t invigilator = 0;  ///< 1-based in Session::invigilators; 0: the box
    CommandId command{};            ///< all zero: an act that nobody sends again

    bool operator==(const By&) const = default;
};

struct Invigilator {
    Hash token{};  ///< hash of the token in use
    std::string name{};
    bool listed = false;  ///< the name is one that the office gave

    bool operator==(const Invigilator&) const = default;
};

/// What an invigilator wrote to every candidate.
struct Message {
    int number = 0;  ///< 1, 2, 3…
    std::string text{};
    Tick at{};
    WallTime wall{};
    std::uint16_t invigilator = 0;  ///< 1-based

    bool operator==(const Message&) const = default;
};

}  // namespace preau::exam
