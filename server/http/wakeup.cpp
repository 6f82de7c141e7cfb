// SPDX-License-Identifier: Apache-2.0
#include "http/wakeup.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <utility>

namespace preau::http {

namespace asio = boost::asio;

void Wakeup::ring() {
    rung_ = true;
    timer_.cancel();
}

asio::awaitable<void> Wakeup::wait() {
    boost::system::error_code cancelled;
    while (!std::exchange(rung_, false)) {
        timer_.expires_at(asio::steady_timer::time_point::max());
        co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    }
}

asio::awaitable<bool> Wakeup::wait_at_most(Duration time) {
    boost::system::error_code cancelled;
    if (!rung_) {
        timer_.expires_after(std::chrono::milliseconds(time.ms));
        co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    }
    co_return std::exchange(rung_, false);
}

}  // namespace preau::http
