// SPDX-License-Identifier: Apache-2.0
#include "central/counter.hpp"

#include "central/ingest_problem.hpp"

#include <chrono>

namespace preau::central {

namespace {

constexpr std::size_t kWaitingMax = 8;  // of up to limits::bundle_bytes_max each

}  // namespace

void Counter::dispatch(http::Request request, http::Reply reply) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < kWaitingMax && !closed_) {
            waiting_.push_back({std::move(request), std::move(reply)});
            changed_.notify_one();
            return;
        }
    }
    reply(problem(503, "overloaded", "La plateforme est très sollicitée. Réessayez plus tard."));
}

std::optional<Waiting> Counter::take(Duration patience) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(patience.ms),
                      [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    auto next = std::move(waiting_.front());
    waiting_.pop_front();
    return next;
}

bool Counter::is_done() {
    const std::lock_guard lock(mutex_);
    return closed_ && waiting_.empty();
}

void Counter::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

}  // namespace preau::central
