// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

namespace preau::http {

/// Lets one coroutine sleep until something has happened. A ring before the wait is not lost.
/// Io thread only.
class Wakeup {
  public:
    explicit Wakeup(const boost::asio::any_io_executor& executor) : timer_(executor) {}

    void ring();
    boost::asio::awaitable<void> wait();
    /// False when the time passed without a ring.
    boost::asio::awaitable<bool> wait_at_most(Duration time);

  private:
    boost::asio::steady_timer timer_;
    bool rung_ = false;
};

}  // namespace preau::http
