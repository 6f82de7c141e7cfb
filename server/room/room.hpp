// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/announcer.hpp"
#include "room/live_session.hpp"
#include "room/take_over.hpp"
#include "room/vault.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace preau::room {

/// Where second copies are found, and what makes them believed.
struct CopySource {
    store::CopyShelf& shelf;
    const seal::Root& root;
    /// Keeps the signed certificate of a box whose session this one goes on with, for good: without
    /// it the journal does not verify at the next start.
    std::function<Result<void>(const seal::Certificate& box, const std::string& document)> keep;
};

/// All the sessions of the box. The caller lets people act, commits, tells them what came of it,
/// then announces the rest. One thread; no thread of its own.
///
/// A session is locked until somebody gives the code of the day, and again after every start of the
/// box: of a locked session the room knows its row, and nothing of its journal.
class Room {
  public:
    Room(store::Journal& journal, Vault& vault, LiveSession::Ports ports, Announcer& announcer);

    /// Goes on with every session that is sealed, which needs no code; the others are locked.
    Result<void> open();

    /// Adds an authorised session and enrols its roster, all on the disk or nothing. It is locked.
    Result<void> create(store::SessionRow row, exam::command::OpenSession command);

    /// Opens the pack with the code of the day, verifies the journal and goes on with it. Nothing
    /// has changed when it fails. A PREAU_CHECK fails when no locked session has that number.
    Result<LiveSession*, StillLocked> unlock(std::string_view number, std::string_view code);

    /// From here on, what is on a second copy is looked at before a session goes on.
    void take_copies_from(CopySource source) { copies_.emplace(std::move(source)); }
    /// Number of a session that is not here, that this box may go on with, and whose second copy
    /// is.
    bool can_take_over(std::string_view number) const;
    /// There is such a session: somebody may come for it.
    bool may_take_over() const;
    /// Takes such a session over: verifies its copy, and writes its journal to this box's disk. It
    /// is locked afterwards. `fits` says whether a password is the one of that hash.
    Result<void, StillLocked> take_over(std::string_view number, std::string_view code,
                                        const std::function<bool(const std::string&)>& fits);

    /// Of a sealed session whose answers the journal has erased: reads it again, so that this
    /// process forgets them too.
    Result<void> forget_answers(LiveSession& session);

    LiveSession* find(std::string_view number) const;
    LiveSession* find(const SessionId& id) const;
    const std::vector<std::unique_ptr<LiveSession>>& sessions() const { return sessions_; }
    /// Key of what is written beside the journal of an open session; nullptr for any other.
    std::shared_ptr<const seal::SessionDataKey> session_key(const SessionId& session) const;
    /// Row of a locked session.
    const store::SessionRow* find_locked(std::string_view number) const;
    std::vector<std::string> locked_numbers() const;
    /// The token was once given to a device for a locked session, whatever became of it since.
    bool is_locked_token(const Hash& token) const;

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
    struct LockedSession {
        store::SessionRow row;
        std::set<Hash> tokens;
    };
    using PackPointer = std::shared_ptr<const pack::Pack>;
    Result<std::unique_ptr<LiveSession>> go_on(store::SessionRow row, PackPointer pack);
    const store::FoundCopy* offered(std::string_view number) const;
    bool is_offered(const store::FoundCopy& copy) const;
    Result<void, StillLocked> catch_up(const store::SessionRow& row,
                                       const store::PayloadCipher& cipher);
    Result<void, StillLocked> keep_certificates(const OpenedCopy& copy);
    Result<OpenedJournal> read_again(const store::SessionRow& row);
    Result<OpenedJournal> verify(const store::SessionRow& row,
                                 std::span<const record::Entry> entries) const;
    bool is_here(const store::SessionRow& row);

    store::Journal& journal_;
    Vault& vault_;
    LiveSession::Ports ports_;
    Announcer& announcer_;
    std::vector<std::unique_ptr<LiveSession>> sessions_;
    std::vector<LockedSession> locked_;
    bool some_are_open_ = false;  ///< when the conveniences were last kept
    std::map<SessionId, std::shared_ptr<const seal::SessionDataKey>> keys_;  ///< of open sessions
    std::optional<CopySource> copies_;
};

}  // namespace preau::room
