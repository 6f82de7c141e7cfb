// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/channel.hpp"
#include "http/server_config.hpp"
#include "http/streams_hub.hpp"
#include "http/wakeup.hpp"

namespace preau::http {

/// Sends what a subscription receives, as chunks, until either side ends it. Lives in the
/// connection's coroutine, which owns the channel and the subscription.
class LiveStream {
  public:
    LiveStream(Channel& channel, Subscription& subscription, const Deadlines& deadlines,
               const boost::asio::any_io_executor& executor);
    ~LiveStream();
    LiveStream(const LiveStream&) = delete;
    LiveStream& operator=(const LiveStream&) = delete;

    /// False when the reader stopped taking what it was sent.
    boost::asio::awaitable<bool> send_until_end();

  private:
    boost::asio::awaitable<bool> send(std::string bytes);
    void on_change();

    Channel& channel_;
    Subscription& subscription_;
    const Deadlines& deadlines_;
    Wakeup wakeup_;
    bool reader_left_ = false;
};

}  // namespace preau::http
