// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "store/second_copy_writer.hpp"

#include <functional>
#include <map>
#include <mutex>

namespace preau::store {

/// Does what may take long, or never come back, off the room's thread: one job after the other,
/// with the medium's folder. What a job captures outlives everybody else.
class CopyWorker {
  public:
    using Job = std::function<void(CopyFolder&)>;
    virtual ~CopyWorker() = default;
    virtual void run(Job job) = 0;
};

/// How a session's second copy stands now.
struct CopyStanding {
    enum class State {
        unknown,   ///< not looked at yet
        attached,  ///< it has held the whole journal, and follows
        lost,
    };
    State state = State::unknown;
    CopyLoss loss = CopyLoss::removed;  ///< when lost
    std::uint64_t kept = 0;             ///< records safely on the medium, when attached

    bool holds(std::uint64_t sequence) const { return state == State::attached && kept > sequence; }
    bool operator==(const CopyStanding&) const = default;
};

/// The second copies of the box's sessions, written behind the journal and never waited for here:
/// a medium that is pulled out, full, slow or another's costs the room nothing. One job at a time
/// for each session, so that nothing piles up. A failed write is never tried again: the copy is
/// opened anew, read, and caught up from the journal. Room's thread.
class SecondCopy {
  public:
    /// Records of the journal, from a number on, at most so many.
    using Records = std::function<Result<std::vector<record::Entry>>(
        const SessionId& session, std::uint64_t from, std::size_t count)>;
    /// `wake` is called from the worker's thread when there is something to follow().
    SecondCopy(CopyWorker& worker, Records records, Clock& clock, std::function<void()> wake);
    ~SecondCopy();
    SecondCopy(const SecondCopy&) = delete;
    SecondCopy& operator=(const SecondCopy&) = delete;

    /// From here on, while the session runs. Twice: its sheet has changed.
    void keep(CopySheet sheet, const CopyChain& chain, std::shared_ptr<const PayloadCipher> cipher);

    /// Goes on with every session's copy; `size` tells how long its journal is. An error is the
    /// journal's own.
    Result<void> follow(const std::function<std::uint64_t(const SessionId&)>& size);

    CopyStanding standing(const SessionId& session) const;

  private:
    struct Report;
    struct Task;
    struct Mailbox;
    struct Copy;
    using Work = std::function<CopyResult<Report>(Task&, CopyFolder&)>;

    void collect();
    Result<void> follow(Copy& copy, std::uint64_t size);
    Result<void> compare(Copy& copy, std::uint64_t size);
    Result<void> append(Copy& copy, std::uint64_t size);
    void post(Copy& copy, Work work);
    void lose(Copy& copy, const CopyFault& fault);

    CopyWorker& worker_;
    Records records_;
    Clock& clock_;
    std::shared_ptr<Mailbox> mailbox_;
    std::map<SessionId, Copy> copies_;
};

}  // namespace preau::store
