// SPDX-License-Identifier: Apache-2.0
#include "agent/rounds.hpp"

#include "base/log.hpp"

#include <algorithm>

namespace preau::agent {

namespace {

constexpr Duration kStep = seconds(1);

class Rounds {
  public:
    Rounds(Courier& courier, BackOff& back_off) : courier_(courier), back_off_(back_off) {}

    void look() {
        const auto waiting = courier_.waiting();
        if (!waiting) return complain(waiting.error());
        complained_ = false;
        pause_.ms = std::max<std::int64_t>(0, pause_.ms - kStep.ms);
        const bool has_news = !std::ranges::includes(tried_, *waiting);
        if (waiting->empty() || (pause_.ms > 0 && !has_news)) return;
        tried_ = *waiting;
        const auto round = courier_.carry(*waiting);
        if (round.is_complete()) back_off_.reset();
        pause_ = round.is_complete() ? Duration{} : std::max(back_off_.next(), round.retry_after);
    }

  private:
    /// Once, not every second.
    void complain(const Error& error) {
        if (!complained_) log::error("outbox.unreadable", {{"why", error.message}});
        complained_ = true;
    }

    Courier& courier_;
    BackOff& back_off_;
    std::set<std::string> tried_;
    Duration pause_;
    bool complained_ = false;
};

}  // namespace

void keep_carrying(Courier& courier, BackOff& back_off, const Wait& wait) {
    Rounds rounds(courier, back_off);
    do rounds.look();
    while (wait(kStep));
}

}  // namespace preau::agent
