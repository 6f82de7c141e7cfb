// SPDX-License-Identifier: Apache-2.0
#include "store/journal.hpp"

#include "record/header.hpp"
#include "sqlite/transaction.hpp"
#include "store/erasure.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

namespace preau::store {

namespace {

constexpr char kAddSession[] =
    "INSERT INTO session (id, number, authorisation, roster, password_hash) VALUES (?, ?, ?, ?, ?)";
constexpr char kSessions[] =
    "SELECT id, number, authorisation, roster, password_hash FROM session ORDER BY number";
constexpr char kAppend[] =
    "INSERT INTO journal (session, seq, header, leaf, salt, payload) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kLoad[] =
    "SELECT seq, header, leaf, salt, payload FROM journal "
    "WHERE session = ? AND seq >= ? ORDER BY seq LIMIT ?";
constexpr char kPutReceipt[] =
    "INSERT INTO receipt (session, note) VALUES (?, ?) "
    "ON CONFLICT (session) DO UPDATE SET note = excluded.note";
constexpr char kReceipt[] = "SELECT note FROM receipt WHERE session = ?";

record::Entry read_entry(const sqlite::Statement& row) {
    record::Entry entry;
    const auto copy = [&](int column, auto& out) {
        const auto bytes = row.blob(column);
        std::copy_n(bytes.begin(), std::min(bytes.size(), out.size()), out.begin());
    };
    copy(1, entry.header);
    copy(2, entry.leaf);
    copy(3, entry.salt);  // of an erased record both are NULL: zeros, and nothing
    entry.payload = to_bytes(row.blob(4));
    return entry;
}

}  // namespace

Journal::Journal(sqlite::Database database, Statements statements, std::int64_t wal_bytes_max)
    : database_(std::move(database)),
      statements_(std::move(statements)),
      wal_bytes_max_(wal_bytes_max) {}

Result<Journal> Journal::open(const std::string& path, const std::string& vfs,
                              std::int64_t wal_bytes_max) {
    auto database = sqlite::Database::open(path, journal_schema(), vfs);
    if (!database) return fail(std::move(database.error()));
    if (auto finished = finish_erasure(database->connection()); !finished)
        return fail(std::move(finished.error()).with_context(path));
    auto statements = prepare(database->connection());
    if (!statements) return fail(std::move(statements.error()).with_context(path));
    return Journal(std::move(*database), std::move(*statements), wal_bytes_max);
}

Result<Journal::Statements> Journal::prepare(sqlite::Connection& connection) {
    auto add_session = connection.prepare(kAddSession);
    if (!add_session) return fail(std::move(add_session.error()));
    auto sessions = connection.prepare(kSessions);
    if (!sessions) return fail(std::move(sessions.error()));
    auto append = connection.prepare(kAppend);
    if (!append) return fail(std::move(append.error()));
    auto load = connection.prepare(kLoad);
    if (!load) return fail(std::move(load.error()));
    auto put_receipt = connection.prepare(kPutReceipt);
    if (!put_receipt) return fail(std::move(put_receipt.error()));
    auto receipt = connection.prepare(kReceipt);
    if (!receipt) return fail(std::move(receipt.error()));
    return Statements{std::move(*add_session), std::move(*sessions),    std::move(*append),
                      std::move(*load),        std::move(*put_receipt), std::move(*receipt)};
}

template <class Work>
auto Journal::guarded(std::string_view intent, Work work) -> decltype(work()) {
    if (failed_)
        return fail(Error::environment(fmt::format(
            "{}: the journal stopped at an earlier failure; start the program again", intent)));
    auto result = work();
    if (result) return result;
    failed_ = result.error().kind == ErrorKind::environment;
    return fail(std::move(result.error()).with_context(intent));
}

Result<void> Journal::add_session(const SessionRow& row, std::span<const record::Entry> first) {
    return guarded("add a session", [&]() -> Result<void> {
        auto transaction = sqlite::Transaction::begin(database_.connection());
        if (!transaction) return fail(std::move(transaction.error()));
        if (auto added = statements_.add_session.run(row.id.bytes, row.number, row.authorisation,
                                                     as_bytes(row.roster), row.password_hash);
            !added)
            return added;
        for (const auto& entry : first)
            if (auto inserted = insert(row.id, entry); !inserted) return inserted;
        return transaction->commit();
    });
}

Result<std::vector<SessionRow>> Journal::sessions() {
    return guarded("read the sessions", [&]() -> Result<std::vector<SessionRow>> {
        std::vector<SessionRow> rows;
        auto& query = statements_.sessions.bind();
        while (true) {
            auto row = query.next();
            if (!row) return fail(std::move(row.error()));
            if (!*row) return rows;
            auto id = to_array<16>(query.blob(0));
            if (!id) return fail(std::move(id.error()).with_context("id of a session"));
            rows.push_back(
                {SessionId{*id}, query.text(1), query.text(2), query.text(3), query.text(4)});
        }
    });
}

Result<std::vector<record::Entry>> Journal::load(const SessionId& session) {
    return guarded(fmt::format("read the journal of session {}", session.hex()),
                   [&] { return load_range(session, 0, INT64_MAX); });
}

Result<std::vector<record::Entry>> Journal::load(const SessionId& session, std::uint64_t from,
                                                 std::size_t count) {
    return guarded(fmt::format("read the journal of session {}", session.hex()),
                   [&] { return load_range(session, from, count); });
}

Result<std::vector<record::Entry>> Journal::load_range(const SessionId& session, std::uint64_t from,
                                                       std::size_t count) {
    std::vector<record::Entry> entries;
    auto& query = statements_.load.bind(session.bytes, static_cast<std::int64_t>(from),
                                        static_cast<std::int64_t>(count));
    while (true) {
        const auto number = from + entries.size();
        const auto record = fmt::format("record {}", number);
        auto row = query.next();
        if (!row) return fail(std::move(row.error()).with_context(record));
        if (!*row) return entries;
        if (query.integer(0) != static_cast<std::int64_t>(number))
            return fail(Error::malformed(record + " is missing"));
        entries.push_back(read_entry(query));
    }
}

Result<void> Journal::append(std::span<const Staged> staged) {
    if (staged.empty()) return {};
    return guarded("append to the journal", [&]() -> Result<void> {
        auto appended = append_in_transaction(staged);
        // A record that does not fit is a bug of the caller, whose idea of the journal is wrong.
        if (!appended) appended.error().kind = ErrorKind::environment;
        return appended;
    });
}

Result<void> Journal::append_in_transaction(std::span<const Staged> staged) {
    auto& connection = database_.connection();
    if (connection.wal_bytes() > wal_bytes_max_)
        if (auto copied = connection.checkpoint(sqlite::LogFile::kept); !copied) return copied;
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction) return fail(std::move(transaction.error()));
    for (const auto& [session, entry] : staged)
        if (auto inserted = insert(session, entry); !inserted) return inserted;
    return transaction->commit();
}

Result<void> Journal::insert(const SessionId& session, const record::Entry& entry) {
    const auto header = record::decode(entry.header);
    if (!header) return fail(header.error());
    const auto seq = static_cast<std::int64_t>(header->sequence);
    return statements_.append.run(session.bytes, seq, entry.header, entry.leaf, entry.salt,
                                  entry.payload);
}

Result<void> Journal::erase_answers(const SessionId& session) {
    return guarded("erase the answers of a sealed session", [&]() -> Result<void> {
        if (auto begun = begin_erasure(connection(), session); !begun) return begun;
        return finish_erasure(connection());
    });
}

Result<void> Journal::put_receipt(const SessionId& session, std::string_view note) {
    return guarded("keep a receipt",
                   [&] { return statements_.put_receipt.run(session.bytes, note); });
}

Result<std::optional<std::string>> Journal::receipt(const SessionId& session) {
    return guarded("read a receipt", [&]() -> Result<std::optional<std::string>> {
        auto& query = statements_.receipt.bind(session.bytes);
        auto row = query.next();
        if (!row) return fail(std::move(row.error()));
        if (!*row) return std::optional<std::string>();
        auto note = query.text(0);
        // A query left under way would keep erase_answers() from rebuilding the file.
        if (auto last = query.next(); !last) return fail(std::move(last.error()));
        return std::optional(std::move(note));
    });
}

Result<void> Journal::close() {
    return guarded("close the journal", [&] { return database_.close(); });
}

}  // namespace preau::store
