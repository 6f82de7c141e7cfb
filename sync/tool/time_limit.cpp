// SPDX-License-Identifier: Apache-2.0
#include "tool/time_limit.hpp"

namespace preau::tool {

TimeLimit::TimeLimit(Duration length) : deadline_(clock_.boot_now() + length) {}

bool TimeLimit::is_over() const { return ended_ || clock_.boot_now() >= deadline_; }

void TimeLimit::end() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    woken_.notify_all();
}

void TimeLimit::sleep(Duration time) {
    const auto left = deadline_ - clock_.boot_now();
    const std::chrono::milliseconds pause(std::min(time, left).ms);
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, pause, [this] { return ended_.load(); });
}

}  // namespace preau::tool
