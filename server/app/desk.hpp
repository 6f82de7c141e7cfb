// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "http/message.hpp"
#include "http/static_files.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace preau::app {

struct Waiting {
    http::Request request;
    http::Reply reply;
};

/// The queue between the network's thread and the room's: pages are answered at once, everything
/// else waits here, and is taken all together so that one write to the disk serves many.
class Desk : public http::Dispatcher {
  public:
    explicit Desk(const http::StaticFiles& pages) : pages_(pages) {}

    void dispatch(http::Request request, http::Reply reply) override;

    /// All that waits; waits for something at most `patience`. Empty: nothing came, woken, or
    /// closed.
    std::deque<Waiting> take(Duration patience);
    /// Ends the wait under way, or the next one. Any thread.
    void wake();
    /// Ends the waits; what waits then is still given out.
    void close();
    bool closed() const;

  private:
    const http::StaticFiles& pages_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> waiting_;
    bool closed_ = false;
    bool is_woken_ = false;
};

}  // namespace preau::app
