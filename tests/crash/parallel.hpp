// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/tally.hpp"

#include <functional>

namespace preau::crash {

/// Runs the jobs 0 … count - 1 in one child process for each processor, and adds up what they
/// found. Processes and not threads: SQLite's source of random numbers is one for a process, and a
/// job must be the same every time. A child that dies counts as a failure.
Tally in_parallel(std::size_t count, const std::function<Tally(std::size_t job)>& run);

}  // namespace preau::crash
