// SPDX-License-Identifier: Apache-2.0
#include "tool/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace preau::tool {

namespace {

constexpr std::size_t kCells = 30;
constexpr Duration kBetweenDrawings = milliseconds(100);
constexpr Duration kBeforeGuessing = seconds(1);

void draw(const std::string& line) {
    fmt::print(stderr, "\r\x1b[K{}", line);
    std::fflush(stderr);
}

}  // namespace

std::string progress_line(const std::string& label, std::size_t done, std::size_t total,
                          Duration elapsed) {
    const auto known = std::max(std::size_t{1}, total);
    const auto now = std::min(done, known);
    const auto filled = kCells * now / known;
    auto line = fmt::format("{:<13} [{}{}] {:>3} %", label, std::string(filled, '#'),
                            std::string(kCells - filled, '-'), 100 * now / known);
    if (now == 0 || elapsed < kBeforeGuessing) return line;
    const double left = static_cast<double>(elapsed.ms) * static_cast<double>(known - now) /
                        static_cast<double>(now);
    return line + fmt::format(", {:.0f} s left", left / 1000.0);
}

ProgressBar::ProgressBar(Clock& clock, std::string label, std::size_t total)
    : clock_(clock),
      label_(std::move(label)),
      total_(total),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      began_(clock.boot_now()),
      drawn_(began_) {
    if (is_terminal_) draw(progress_line(label_, 0, total_, {}));
}

ProgressBar::~ProgressBar() {
    if (is_terminal_) draw("");
}

void ProgressBar::show(std::size_t done) {
    if (!is_terminal_) return;
    const auto now = clock_.boot_now();
    if (now - drawn_ < kBetweenDrawings) return;
    drawn_ = now;
    draw(progress_line(label_, done, total_, now - began_));
}

}  // namespace preau::tool
