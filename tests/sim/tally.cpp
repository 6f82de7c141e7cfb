// SPDX-License-Identifier: Apache-2.0
#include "sim/tally.hpp"

#include <fmt/format.h>

namespace preau::sim {

Tally& Tally::operator+=(const Tally& other) {
    finished += other.finished;
    acknowledged += other.acknowledged;
    lost += other.lost;
    doubled += other.doubled;
    requests += other.requests;
    drops += other.drops;
    duplicates += other.duplicates;
    restarts += other.restarts;
    reloads += other.reloads;
    moves += other.moves;
    jumps += other.jumps;
    records += other.records;
    met.insert(other.met.begin(), other.met.end());
    return *this;
}

std::string Tally::line() const {
    return fmt::format(
        "{} candidates finished, {} answers acknowledged, {} lost, {} doubled, {} restarts, "
        "{} drops, {} duplicates, {} reloads, {} moves, {} clock jumps, {} requests, {} records",
        finished, acknowledged, lost, doubled, restarts, drops, duplicates, reloads, moves, jumps,
        requests, records);
}

}  // namespace preau::sim
