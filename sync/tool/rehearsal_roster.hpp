// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace preau::tool {

struct Pupil {
    std::string last_name;
    std::string first_name;
    std::string birthdate;  ///< YYYY-MM-DD
    int extra_time_percent = 0;
};

/// That many invented people, 1 to 512, no two alike; the same seed invents the same ones.
std::vector<Pupil> invent_pupils(std::size_t count, std::uint64_t seed);

/// The roster file of a school that enrols them, in that order.
std::string roster_csv(const std::vector<Pupil>& pupils);

}  // namespace preau::tool
