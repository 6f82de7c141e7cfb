// SPDX-License-Identifier: Apache-2.0
#include "http/reply_slot.hpp"

#include "base/check.hpp"
#include "http/problem.hpp"

#include <boost/asio/post.hpp>

#include <atomic>
#include <mutex>
#include <utility>

namespace preau::http {

class ReplySlot::Shared : public std::enable_shared_from_this<Shared> {
  public:
    Shared(boost::asio::any_io_executor executor, Reply deliver)
        : executor_(std::move(executor)), deliver_(std::move(deliver)) {}

    /// Any thread.
    void post(Response response) {
        // The lock keeps the io context alive during the post: it ends after its connections, and
        // each of them closes its slot first.
        const std::lock_guard lock(mutex_);
        if (!open_) return;
        boost::asio::post(executor_,
                          [self = shared_from_this(), answer = std::move(response)]() mutable {
                              if (self->open_) self->deliver_(std::move(answer));
                          });
    }

    /// Io thread, which alone changes open_ and may therefore read it without the lock.
    void close() {
        const std::lock_guard lock(mutex_);
        open_ = false;
    }

  private:
    std::mutex mutex_;
    bool open_ = true;
    boost::asio::any_io_executor executor_;
    Reply deliver_;
};

ReplySlot::ReplySlot(boost::asio::any_io_executor executor, Reply deliver)
    : shared_(std::make_shared<Shared>(std::move(executor), std::move(deliver))) {}

void ReplySlot::close() { shared_->close(); }

Reply ReplySlot::make_reply() {
    /// Shared by the copies of the function; the last one to go notices that none was called.
    struct Promise {
        std::shared_ptr<Shared> shared;
        std::atomic<bool> kept = false;

        ~Promise() {
            if (!kept) shared->post(problem(503));
        }
    };
    auto promise = std::make_shared<Promise>();
    promise->shared = shared_;
    return [promise](Response response) {
        PREAU_CHECK(!promise->kept.exchange(true));
        promise->shared->post(std::move(response));
    };
}

}  // namespace preau::http
