// SPDX-License-Identifier: Apache-2.0
#include "agent/errands.hpp"

#include "base/log.hpp"

#include <algorithm>

namespace preau::agent {

namespace {

constexpr Duration kBetweenFetches = minutes(15);

}  // namespace

bool Errands::is_asked() {
    std::error_code error;
    const auto time = std::filesystem::last_write_time(try_now_, error);
    if (error || asked_ == time) return false;
    asked_ = time;
    return true;
}

void Errands::look() {
    if (is_asked()) {
        rounds_.try_now();
        fetch_at_ = {};
    }
    rounds_.look();
    if (clock_.boot_now() >= fetch_at_) fetch();
}

void Errands::fetch() {
    const auto news = downloads_.fetch();
    if (news) {
        back_off_.reset();
        fetch_at_ = clock_.boot_now() + kBetweenFetches;
        deliveries_.contact = {clock_.wall_now(), {}};
        if (*news > 0) log::info("inbox.news", {{"files", std::to_string(*news)}});
    } else {
        const auto& obstacle = news.error();
        const auto wait = std::max(back_off_.next(entropy_), obstacle.retry_after);
        fetch_at_ = clock_.boot_now() + wait;
        deliveries_.contact.last = obstacle;
        log::warning("inbox.no_news",
                     {{"trouble", std::string(word(obstacle.trouble))}, {"why", obstacle.detail}});
    }
    deliveries_.write();
}

}  // namespace preau::agent
