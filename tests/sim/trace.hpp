// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace preau::sim {

/// All that happened in a world, as one hash: two runs with the same one were the same run.
/// PREAU_SIM_TRACE=1 in the environment also prints each line to standard error.
class Trace {
  public:
    Trace();

    void note(Duration now, std::string_view what);
    const Hash& hash() const { return hash_; }

  private:
    Hash hash_{};
    bool prints_;
};

}  // namespace preau::sim
