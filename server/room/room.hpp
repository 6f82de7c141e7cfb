// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/announcer.hpp"
#include "room/live_session.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace preau::room {

/// The pack that a session was authorised with; nullptr when it is not on this box.
using PackSource = std::function<const pack::Pack*(const Hash& pack_hash)>;

/// All the sessions of the box. The caller lets people act, commits, tells them what came of it,
/// then announces the rest. One thread; no thread of its own.
class Room {
  public:
    Room(store::Journal& journal, PackSource packs, LiveSession::Ports ports, Announcer& announcer);

    /// Reads, verifies and goes on with every stored session.
    Result<void> open();

    /// Adds an authorised session and enrols its roster, all on the disk or nothing.
    Result<LiveSession*> create(store::SessionRow row, exam::command::OpenSession command);

    LiveSession* find(std::string_view number);
    LiveSession* find(const SessionId& id);
    const std::vector<std::unique_ptr<LiveSession>>& sessions() const { return sessions_; }

    /// What makes a day easier and is no fact: to the convenience database, and back from it after
    /// open().
    void keep(store::Convenience& convenience);
    void take_back(const store::Convenience& convenience);

    void observe_time();
    void observe_silence();

    /// One transaction for all that is staged. After an error nothing may be told to anyone: the
    /// process stops, and starts again from the journal.
    Result<void> commit();

    /// Announces what commit has put on the disk. Apart from it, so that whoever was answered with
    /// a state before the change is listening when the change is announced.
    void announce();

  private:
    Result<std::unique_ptr<LiveSession>> go_on(store::SessionRow row);

    store::Journal& journal_;
    PackSource packs_;
    LiveSession::Ports ports_;
    Announcer& announcer_;
    std::vector<std::unique_ptr<LiveSession>> sessions_;
};

}  // namespace preau::room
