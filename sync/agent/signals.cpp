// SPDX-License-Identifier: Apache-2.0
#include "agent/signals.hpp"

#include <ctime>

namespace preau::agent {

StopSignals::StopSignals() {
    ::sigemptyset(&signals_);
    ::sigaddset(&signals_, SIGTERM);
    ::sigaddset(&signals_, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

bool StopSignals::has_come() const {
    sigset_t pending{};
    ::sigpending(&pending);
    return ::sigismember(&pending, SIGTERM) == 1 || ::sigismember(&pending, SIGINT) == 1;
}

bool StopSignals::wait(Duration time) const {
    const timespec patience{.tv_sec = time.ms / 1000, .tv_nsec = time.ms % 1000 * 1'000'000};
    // Another signal that wakes it only makes the step shorter.
    return ::sigtimedwait(&signals_, nullptr, &patience) < 0;
}

}  // namespace preau::agent
