// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>

namespace preau::http {

/// The place where one connection waits for one answer that may come from any thread, late, or
/// after the connection has gone.
class ReplySlot {
  public:
    /// `deliver` is called on the executor's thread, at most once, and never after close().
    ReplySlot(boost::asio::any_io_executor executor, Reply deliver);
    ~ReplySlot() { close(); }
    ReplySlot(const ReplySlot&) = delete;
    ReplySlot& operator=(const ReplySlot&) = delete;

    /// The function for the dispatcher. Once: letting every copy of it go uncalled answers 503.
    Reply make_reply();
    /// Io thread: from now on an answer is dropped.
    void close();

  private:
    class Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace preau::http
