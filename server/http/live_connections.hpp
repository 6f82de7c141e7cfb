// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <unordered_set>
#include <utility>

namespace preau::http {

/// What the server may ask of an open connection from outside its coroutine.
class Stoppable {
  public:
    virtual ~Stoppable() = default;
    /// Ends if it is idle; otherwise after the answer under way.
    virtual void wind_down() = 0;
    /// Ends now.
    virtual void abort() = 0;
};

/// The open connections. Io thread only; it outlives them.
class LiveConnections {
  public:
    void add(Stoppable& connection) { open_.insert(&connection); }
    void remove(Stoppable& connection) {
        open_.erase(&connection);
        if (stopping_ && open_.empty()) on_empty_();
    }

    bool stopping() const { return stopping_; }
    /// `on_empty` is called once the last one has ended, at once when there is none.
    void wind_down(std::function<void()> on_empty) {
        stopping_ = true;
        on_empty_ = std::move(on_empty);
        for (auto* connection : open_) connection->wind_down();
        if (open_.empty()) on_empty_();
    }
    void abort() {
        for (auto* connection : open_) connection->abort();
    }

  private:
    std::unordered_set<Stoppable*> open_;
    bool stopping_ = false;
    std::function<void()> on_empty_;
};

}  // namespace preau::http
