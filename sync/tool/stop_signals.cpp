// SPDX-License-Identifier: Apache-2.0
#include "tool/stop_signals.hpp"

#include <ctime>

namespace preau::tool {

StopSignals::StopSignals() {
    ::sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) ::sigaddset(&signals_, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
}

bool StopSignals::wait(Duration time) {
    const timespec patience{time.ms / 1000, time.ms % 1000 * 1'000'000};
    const int woken = ::sigtimedwait(&signals_, nullptr, &patience);
    if (woken > 0 && woken != SIGCHLD) stop_asked_ = true;
    return stop_asked_;
}

}  // namespace preau::tool
