// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/room.hpp"
#include "store/copy_shelf.hpp"

namespace preau::room {

/// Keeps the second copies of the sessions that run here, finds those of sessions that do not, and
/// tells each session how its copy stands. Room's thread; what may take long is the worker's.
class CopyKeeper {
  public:
    struct Ports {
        store::CopyWorker& worker;
        Clock& clock;
        Entropy& entropy;
        std::function<void()> wake;  ///< from any thread: there is something to follow()
        /// Signed certificates of this box and of those whose sessions it goes on with, by name.
        std::function<std::map<std::string, std::string>()> certificates;
    };
    CopyKeeper(Room& room, store::Journal& journal, Ports ports);

    /// Once in each turn of the room, when what it did is committed. May stage events. An error is
    /// the journal's own.
    Result<void> follow();

    store::CopyShelf& shelf() { return shelf_; }

  private:
    void keep(const LiveSession& session);

    Room& room_;
    Ports ports_;
    store::SecondCopy copies_;
    store::CopyShelf shelf_;
    std::set<SessionId> kept_;
};

/// For a box that is given no medium: a session that needs one is told so.
void tell_of_no_copy(Room& room);

}  // namespace preau::room
