// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/ports.hpp"
#include "central/desk/known_box.hpp"
#include "central/sql/connection.hpp"
#include "record/sealed_session.hpp"

#include <memory>
#include <optional>

namespace preau::central {

/// What became of a bundle.
enum class State {
    stored,       ///< the bytes are safe, nothing was decided yet
    verifying,    ///< a process is at it
    parked,       ///< of a later version of the format: kept until the platform reads it
    accepted,     ///< its session is in the database
    duplicate,    ///< the same session again
    quarantined,  ///< kept, not believed; people decide
    rejected,     ///< people have decided that it counts for nothing
    contested,    ///< another journal of an accepted session
};
std::string_view word(State state);
std::optional<State> state_from_word(std::string_view text);

/// What is written down about one bundle.
struct Conclusion {
    Hash bundle{};
    State state = State::quarantined;
    std::string code;    ///< stable word
    std::string detail;  ///< for the operator; names the record that fails
    WallTime at;
};

/// A bundle whose bytes are on the disk.
struct Received {
    Hash sha256{};
    std::uint64_t bytes = 0;
    std::optional<SessionId> session{};  ///< once somebody we know has signed for it, as for box
    std::optional<std::string> box{};
    std::string sidecar{};  ///< what they signed
    std::string stored{};   ///< what we answered
    WallTime at;
};

/// A bundle as the register knows it.
struct KnownBundle {
    State state = State::stored;
    std::string code, detail;
    std::string box;      ///< of who is known to have signed for it; may be empty, as the others
    std::string stored;   ///< our note that the bytes are safe
    std::string receipt;  ///< of its session, once accepted or a duplicate
    WallTime changed_at;
};

/// The session that an accepted bundle gave.
struct Accepted {
    seal::TreeHead tree;
    std::string receipt;
};

/// Everything of an accepted session, written in one transaction.
struct Acceptance {
    Hash bundle{};
    std::string_view box;
    const record::SealedSession& sealed;
    SessionId session;
    seal::TreeHead tree;
    std::string receipt;
    WallTime at;
};

/// The first record at which another journal of a session differs.
struct Fork {
    SessionId session;
    Hash bundle{};
    std::uint64_t sequence = 0;
    Bytes kept;  ///< its leaf in the accepted journal; empty when that ends before
    Bytes other;
};

/// The platform's database: boxes, authorisations, bundles, and what accepted bundles say. One
/// thread; several registers, in several processes, may be over one PostgreSQL. What a call has
/// written is on the disk when it returns without error.
class Register {
  public:
    /// Opens, with today's tables. `entropy` names the lines of the log and must outlive it.
    static Result<Register> open(const std::string& url, Entropy& entropy);

    /// Malformed when the name or the key is enrolled already.
    Result<void> enrol_box(std::string_view name, const seal::PublicKey& key, WallTime at);
    /// Its present key.
    Result<std::optional<seal::PublicKey>> box_key(std::string_view name);
    Result<std::optional<KnownBox>> box(std::string_view name);

    Result<void> add_authorisation(const seal::Authorisation& authorisation,
                                   std::string_view envelope, ByteView roster, WallTime at);
    /// The signed document as it was made; nothing for a session that was never authorised.
    Result<std::optional<std::string>> authorisation(const SessionId& session);

    /// Notes that the bytes are kept. Does nothing when they were before.
    Result<void> receive(const Received& received);
    /// True when the bundle is this caller's to examine: nobody has decided, and nobody else is at
    /// it, or has been for so long that it must have died.
    Result<bool> claim(const Hash& bundle, WallTime now);
    /// Bundles that were stored a while ago and are still not decided, at most ten.
    Result<std::vector<Hash>> left_undecided(WallTime now);
    /// Notes whose bundle it is, once a box that we know has signed so.
    Result<void> identify(const Hash& bundle, const SessionId& session, std::string_view box);
    /// Writes the decision down, in the bundle's row and in the log. A bundle that was accepted
    /// stays so: then nothing is written.
    Result<void> conclude(const Conclusion& conclusion);
    Result<std::optional<KnownBundle>> bundle(const Hash& sha256);

    /// The session as accepted; nothing when no bundle of it was.
    Result<std::optional<Accepted>> accepted(const SessionId& session);
    /// The receipt given for these very bytes, the first time or later.
    Result<std::optional<std::string>> receipt_of(const Hash& bundle);
    /// The session as it is afterwards: this one, or the one that another process has accepted
    /// meanwhile, and then nothing is written.
    Result<Accepted> accept(const Acceptance& acceptance);

    /// Keeps a checkpoint that somebody else may hold us to.
    Result<void> keep_checkpoint(const SessionId& session, const seal::TreeHead& tree,
                                 std::string_view note, WallTime at);
    /// By rising size.
    Result<std::vector<seal::TreeHead>> checkpoints(const SessionId& session);
    /// Leaves of the accepted session, in order.
    Result<std::vector<Hash>> leaves(const SessionId& session);
    /// Keeps the evidence and marks the session contested. The same again changes nothing.
    Result<void> keep_evidence(const Fork& fork, WallTime at);

    sql::Connection& connection() { return *connection_; }
    bool has_failed() const { return connection_->has_failed(); }
    /// Leaves everything in the database file alone; for the end of a healthy process.
    Result<void> close() { return connection_->close(); }

  private:
    Register(std::unique_ptr<sql::Connection> connection, Entropy& entropy)
        : connection_(std::move(connection)), entropy_(&entropy) {}

    Result<void> write(const Conclusion& conclusion);
    Result<void> write_line(const Conclusion& conclusion, sql::Row row);
    Result<std::int64_t> add_session(const Acceptance& acceptance);
    Result<void> write_events(const Acceptance& acceptance);
    Result<void> write_results(const Acceptance& acceptance);

    std::unique_ptr<sql::Connection> connection_;
    Entropy* entropy_;
};

}  // namespace preau::central
