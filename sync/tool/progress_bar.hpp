// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

#include <cstddef>
#include <string>

namespace preau::tool {

/// "room          [######------------]  33 %, 12 s left"; without a guess of the time at first.
std::string progress_line(const std::string& label, std::size_t done, std::size_t total,
                          Duration elapsed);

/// A line of standard error that is drawn anew, when that is a terminal; otherwise nothing. One
/// thread at a time.
class ProgressBar {
  public:
    ProgressBar(Clock& clock, std::string label, std::size_t total);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done);

  private:
    Clock& clock_;
    std::string label_;
    std::size_t total_;
    bool is_terminal_;
    Duration began_;
    Duration drawn_;
};

}  // namespace preau::tool
