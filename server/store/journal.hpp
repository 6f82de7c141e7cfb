// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "record/entry.hpp"
#include "sqlite/database.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preau::store {

struct SessionRow {
    SessionId id;
    std::string number;         ///< as people type it; no two sessions of a box share one
    std::string authorisation;  ///< DSSE envelope
    std::string roster;         ///< bytes as signed
    std::string password_hash;  ///< of the invigilators' password

    bool operator==(const SessionRow&) const = default;
};

/// A record that its session's journal must end with next.
struct Staged {
    SessionId session;
    record::Entry entry;
};

/// The write-ahead log is copied to the database file when it has grown past this.
inline constexpr std::int64_t kWalBytesMax = 64 * 1024 * 1024;

/// The box's one database: sessions, their journals, their receipts. One object per file in the
/// whole machine (the second is refused), used by one thread.
///
/// What a call has written is on the disk when it returns without error. After an environment
/// error the object refuses every later call: what the disk holds is then unknown, and only
/// opening again tells. Nothing is ever tried twice.
class Journal {
  public:
    /// Creates or migrates the database. One that is damaged, newer or another program's is named
    /// and left untouched.
    static Result<Journal> open(const std::string& path, const std::string& vfs = "",
                                std::int64_t wal_bytes_max = kWalBytesMax);

    /// The session and its first records, all or nothing. Malformed when the session or its number
    /// is already there.
    Result<void> add_session(const SessionRow& row, std::span<const record::Entry> first = {});
    /// Ordered by number.
    Result<std::vector<SessionRow>> sessions();

    /// All records of a session, from the first; erased payloads are empty. Their chain is for
    /// record::ChainReader to verify.
    Result<std::vector<record::Entry>> load(const SessionId& session);
    /// Those from a number on, at most so many.
    Result<std::vector<record::Entry>> load(const SessionId& session, std::uint64_t from,
                                            std::size_t count);
    /// All of them or none, in one transaction, each the next of its session.
    Result<void> append(std::span<const Staged> staged);

    /// Erases payload and salt of every answer-bearing record of a sealed session, in place;
    /// headers and leaves stay. Nothing of them is left in the database's files when it returns.
    /// Interrupted anywhere, it is finished when the journal is opened. Takes a second or so.
    Result<void> erase_answers(const SessionId& session);

    /// Keeps the platform's signed note, in place of an earlier one.
    Result<void> put_receipt(const SessionId& session, std::string_view note);
    Result<std::optional<std::string>> receipt(const SessionId& session);

    /// Leaves everything in the database file alone; for the end of a healthy process.
    Result<void> close();

  protected:
    sqlite::Connection& connection() { return database_.connection(); }

  private:
    struct Statements {
        sqlite::Statement add_session, sessions, append, load, put_receipt, receipt;
    };
    Journal(sqlite::Database database, Statements statements, std::int64_t wal_bytes_max);
    static Result<Statements> prepare(sqlite::Connection& connection);

    /// Runs one call's work, and remembers a failure of the disk.
    template <class Work>
    auto guarded(std::string_view intent, Work work) -> decltype(work());

    Result<void> append_in_transaction(std::span<const Staged> staged);
    Result<void> insert(const SessionId& session, const record::Entry& entry);
    Result<std::vector<record::Entry>> load_range(const SessionId& session, std::uint64_t from,
                                                  std::size_t count);

    sqlite::Database database_;
    Statements statements_;
    std::int64_t wal_bytes_max_;
    bool failed_ = false;
};

}  // namespace preau::store
