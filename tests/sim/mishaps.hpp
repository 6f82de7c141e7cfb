// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/candidate.hpp"
#include "sim/invigilator.hpp"

namespace preau::sim {

/// What happens to the people, the PCs, the cables and the clocks of a world, until its weather is
/// calm.
class Mishaps {
  public:
    Mishaps(Box::Surroundings around, Box& box, Network& network,
            std::vector<std::unique_ptr<Candidate>>& candidates, Invigilator& invigilator,
            std::uint64_t seed);

  private:
    void happen();
    void jump_clock();

    Box::Surroundings around_;
    Box& box_;
    Network& network_;
    std::vector<std::unique_ptr<Candidate>>& candidates_;
    Invigilator& invigilator_;
    Chance chance_;
};

}  // namespace preau::sim
