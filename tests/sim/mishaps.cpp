// SPDX-License-Identifier: Apache-2.0
#include "sim/mishaps.hpp"

#include <fmt/format.h>

namespace preau::sim {

namespace {

constexpr Duration kYear = minutes(365 * 24 * 60);

}  // namespace

Mishaps::Mishaps(Box::Surroundings around, Box& box, Network& network,
                 std::vector<std::unique_ptr<Candidate>>& candidates, Invigilator& invigilator,
                 std::uint64_t seed)
    : around_(around),
      box_(box),
      network_(network),
      candidates_(candidates),
      invigilator_(invigilator),
      chance_(seed) {
    around_.scheduler.after(around_.plan.between_mishaps, [this] { happen(); });
}

void Mishaps::happen() {
    if (around_.scheduler.now() >= around_.plan.calm_at) return;
    auto& somebody = *chance_.one_of(candidates_);
    const auto kind = chance_.between(1, 100);
    if (kind <= 35)
        somebody.reload();
    else if (kind <= 50)
        somebody.close_browser();
    else if (kind <= 65)
        somebody.move();
    else if (kind <= 82)
        network_.unplug(somebody.peer(), chance_.between(seconds(5), seconds(90)));
    else if (kind <= 94)
        jump_clock();
    else if (kind <= 97)
        invigilator_.lose_page();
    else if (box_.is_up())
        box_.die();
    const auto pause = chance_.between(seconds(0), around_.plan.between_mishaps);
    around_.scheduler.after(pause + pause, [this] { happen(); });
}

/// Somebody sets the wall clock, or the machine slept: its boot clock counts that time too.
void Mishaps::jump_clock() {
    ++around_.tally.jumps;
    if (chance_.one_in(3)) {
        const auto slept = chance_.between(seconds(5), minutes(chance_.one_in(4) ? 20 : 2));
        around_.trace.note(around_.scheduler.now(), fmt::format("slept {}", slept.ms));
        return around_.clock.pass(slept);
    }
    const auto years = chance_.one_in(2) ? kYear : seconds(60);
    const auto by = chance_.between(-4 * years.ms, 4 * years.ms);
    around_.trace.note(around_.scheduler.now(), fmt::format("the wall clock jumps {}", by));
    around_.clock.jump_wall({by});
}

}  // namespace preau::sim
