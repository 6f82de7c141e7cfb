// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace preau::http {

/// The two-way byte stream under a connection, with its deadline. TLS will be a second
/// implementation and a second listener; the connection is written once, over this. Io thread
/// only. Awaited operations use the channel until they end: destroy it only after.
class Channel {
  public:
    virtual ~Channel() = default;

    /// At least one byte, or 0: the peer will send no more, the deadline passed, or the channel
    /// failed.
    virtual boost::asio::awaitable<std::size_t> read_some(std::span<char> into) = 0;
    /// All of both, in order, or false. The bytes must live until it returns.
    virtual boost::asio::awaitable<bool> write(std::string_view first, std::string_view second) = 0;

    /// Absolute: it stands for every operation until the next call, however many bytes trickle in
    /// meanwhile. A new one forgets that an earlier one passed.
    virtual void set_deadline(Duration from_now) = 0;
    virtual void clear_deadline() = 0;
    virtual bool deadline_passed() const = 0;

    /// Reads in the background until the peer sends or ends anything, then calls back, once.
    virtual void watch(std::function<void()> on_activity) = 0;
    /// No callback any more; a write in progress fails.
    virtual void stop_watching() = 0;

    virtual void finish_writing() = 0;
    /// At once; operations in progress end as failed.
    virtual void close() = 0;
};

}  // namespace preau::http
