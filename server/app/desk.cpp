// SPDX-License-Identifier: Apache-2.0
#include "app/desk.hpp"

#include "api/problem.hpp"
#include "base/limits.hpp"

#include <chrono>

namespace preau::app {

void Desk::dispatch(http::Request request, http::Reply reply) {
    if (auto page = pages_.find(request)) return reply(std::move(*page));
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < limits::waiting_requests_max && !closed_) {
            waiting_.push_back({std::move(request), std::move(reply)});
            arrived_.notify_one();
            return;
        }
    }
    reply(api::to_response(api::overloaded()));
}

std::deque<Waiting> Desk::take(Duration patience) {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, std::chrono::milliseconds(patience.ms),
                      [this] { return closed_ || is_woken_ || !waiting_.empty(); });
    is_woken_ = false;
    return std::exchange(waiting_, {});
}

void Desk::wake() {
    const std::lock_guard lock(mutex_);
    is_woken_ = true;
    arrived_.notify_all();
}

void Desk::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    arrived_.notify_all();
}

bool Desk::closed() const {
    const std::lock_guard lock(mutex_);
    return closed_ && waiting_.empty();
}

}  // namespace preau::app
