// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/second_copy.hpp"

#include <set>

namespace preau::store {

/// A session's copy as it lies on the medium, read whole: nothing of it is verified yet.
struct FoundCopy {
    CopyCover cover;
    CopyChain chain;
    Bytes sheet;
    Bytes journal;
    CopyHeaders headers;
};

/// The copies on the medium of sessions that do not run on this box: another box's, or its own
/// before somebody has given the code of the day. Looked for off the room's thread. Room's thread.
class CopyShelf {
  public:
    CopyShelf(CopyWorker& worker, Clock& clock, std::function<void()> wake);
    ~CopyShelf();
    CopyShelf(const CopyShelf&) = delete;
    CopyShelf& operator=(const CopyShelf&) = delete;

    /// Looks again when it is time; `running` are left out.
    void follow(const std::set<SessionId>& running);

    /// The medium was looked at since the start, or does not answer: there is no use in waiting.
    bool is_ready() const;
    const FoundCopy* find(const SessionId& session) const;
    const FoundCopy* find(std::string_view number) const;
    const std::map<SessionId, FoundCopy>& all() const { return found_; }
    /// It runs here now.
    void forget(const SessionId& session) { found_.erase(session); }

  private:
    struct Mailbox;

    Clock& clock_;
    CopyWorker& worker_;
    std::shared_ptr<Mailbox> mailbox_;
    std::map<SessionId, FoundCopy> found_;
    bool is_busy_ = false;
    bool has_looked_ = false;
    std::optional<Duration> since_;  ///< the last look began
};

/// What the medium holds of sessions that are not among `running`; empty when there is none.
std::map<SessionId, FoundCopy> look_for_copies(CopyFolder& folder,
                                               const std::set<SessionId>& running);

}  // namespace preau::store
