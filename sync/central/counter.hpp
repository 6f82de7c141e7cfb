// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "http/message.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace preau::central {

struct Waiting {
    http::Request request;
    http::Reply reply;
};

/// Where requests wait for the examining thread, few at a time: each may hold a whole bundle.
class Counter : public http::Dispatcher {
  public:
    /// Full, or closed: answers 503 at once.
    void dispatch(http::Request request, http::Reply reply) override;

    /// The next one, waited for that long; nothing when none came, or the counter is closed.
    std::optional<Waiting> take(Duration patience);
    /// No request is here, and none will come.
    bool is_done();
    /// Lets nobody in any more. Any thread.
    void close();

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    bool closed_ = false;
};

}  // namespace preau::central
