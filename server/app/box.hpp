// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/live_updates.hpp"
#include "api/serve.hpp"
#include "app/desk.hpp"
#include "app/foundation.hpp"
#include "app/held_replies.hpp"
#include "http/server.hpp"
#include "office/receipts.hpp"
#include "office/retention.hpp"
#include "room/copy_keeper.hpp"
#include "store/second_copy_thread.hpp"

namespace preau::app {

/// The running box: two threads, the network's and the room's, with the desk between them; and one
/// for the second copies, when the box is given a medium for them.
class Box {
  public:
    /// Verifies and goes on with every session, then opens the port.
    static Result<std::unique_ptr<Box>> open(Configuration configuration);

    std::uint16_t port() const { return port_; }
    /// Serves on this thread until stop(). Whatever fails on the disk ends the process: it starts
    /// again from its journal.
    Result<void> run();
    /// Any thread, or a signal handler.
    void stop() { server_.stop(); }

  private:
    Box(std::unique_ptr<Foundation> foundation, http::StaticFiles pages);
    Result<void> start();
    void begin_copies();

    void run_room();
    void serve_waiting(std::deque<Waiting> waiting);
    void follow_time();
    void follow_silence();
    void follow_copies();
    void carry_out_mail();
    void keep_conveniences();
    void commit_or_exit();

    std::unique_ptr<Foundation> foundation_;
    http::StaticFiles pages_;
    Desk desk_;
    http::Server server_;
    api::LiveUpdates updates_;
    room::Room room_;
    office::Receipts receipts_;
    office::Retention retention_;
    api::RateLimits rate_limits_;
    api::World world_;
    std::unique_ptr<store::CopyThread> copy_thread_;
    std::optional<room::CopyKeeper> copy_keeper_;
    HeldReplies held_replies_;
    std::uint16_t port_ = 0;
    Duration time_followed_;
    Duration silence_followed_;
    Duration seen_announced_;
    Duration conveniences_kept_;
    bool bundle_overdue_ = false;
    bool deletion_overdue_ = false;
};

}  // namespace preau::app
