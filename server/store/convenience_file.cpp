// SPDX-License-Identifier: Apache-2.0
#include "store/convenience_file.hpp"

#include "sqlite/transaction.hpp"
#include "store/schema.hpp"

#include <array>

namespace preau::store {

namespace {

/// A copy of the log waits for the disk: at this size it comes about once in an exam.
constexpr std::int64_t kConvenienceWalBytesMax = 16 * 1024 * 1024;

CandidateKey read_key(const sqlite::Statement& row) {
    CandidateKey key;
    const auto session = row.blob(0);
    std::copy_n(session.begin(), std::min(session.size(), key.session.bytes.size()),
                key.session.bytes.begin());
    key.candidate.value = static_cast<std::uint32_t>(row.integer(1));
    return key;
}

std::int64_t number(const CandidateKey& key) { return key.candidate.value; }

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += text.empty() ? word : ' ' + word;
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// `take` for each row.
template <class Take>
Result<void> each(sqlite::Statement& query, Take take) {
    query.bind();
    while (true) {
        auto row = query.next();
        if (!row) return fail(std::move(row.error()));
        if (!*row) return {};
        take(query);
    }
}

/// `put` or `erase` for each value that the file does not know.
template <class Key, class Value, class Put, class Erase>
Result<void> each_unwritten(const Kept<Key, Value>& kept, Put put, Erase erase) {
    for (const auto& key : kept.unwritten()) {
        const auto* value = kept.find(key);
        if (auto done = value != nullptr ? put(key, *value) : erase(key); !done) return done;
    }
    return {};
}

}  // namespace

bool ConvenienceContent::is_written() const {
    return drafts.unwritten().empty() && receipts.unwritten().empty() &&
           seat_checks.unwritten().empty() && staff.unwritten().empty();
}

void ConvenienceContent::all_written() {
    drafts.all_written();
    receipts.all_written();
    seat_checks.all_written();
    staff.all_written();
}

void ConvenienceContent::none_written() {
    drafts.none_written();
    receipts.none_written();
    seat_checks.none_written();
    staff.none_written();
}

std::string_view word(StaffKind kind) { return kind == StaffKind::one_day ? "one_day" : "staff"; }

Result<ConvenienceFile> ConvenienceFile::open(const std::string& path, const std::string& vfs) {
    auto database = sqlite::Database::open(path, convenience_schema(), vfs);
    if (!database) return fail(std::move(database.error()));
    auto statements = prepare(database->connection());
    if (!statements) return fail(std::move(statements.error()).with_context(path));
    return ConvenienceFile(std::move(*database), std::move(*statements));
}

Result<ConvenienceFile::Statements> ConvenienceFile::prepare(sqlite::Connection& connection) {
    static constexpr std::array kSql = {
        "SELECT session, candidate, item, value, at FROM draft",
        "INSERT INTO draft (session, candidate, item, value, at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET item = excluded.item, value = excluded.value, at = excluded.at",
        "DELETE FROM draft WHERE session = ? AND candidate = ?",
        "SELECT session, candidate, receipt FROM candidate_receipt",
        "INSERT INTO candidate_receipt (session, candidate, receipt) VALUES (?, ?, ?) "
        "ON CONFLICT DO UPDATE SET receipt = excluded.receipt",
        "DELETE FROM candidate_receipt WHERE session = ? AND candidate = ?",
        "SELECT device, seat, address, browser, screen, indexeddb, clock_skew_ms, latency_ms, "
        "lockdown, lockdown_version, problems, checked_at FROM seat_check",
        "INSERT OR REPLACE INTO seat_check (device, seat, address, browser, screen, indexeddb, "
        "clock_skew_ms, latency_ms, lockdown, lockdown_version, problems, checked_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "DELETE FROM seat_check WHERE device = ?",
        "SELECT name, kind, valid_until FROM staff",
        "INSERT INTO staff (name, kind, valid_until) VALUES (?, ?, ?) "
        "ON CONFLICT DO UPDATE SET kind = excluded.kind, valid_until = excluded.valid_until",
        "DELETE FROM staff WHERE name = ?"};
    std::vector<sqlite::Statement> ready;
    for (const auto* sql : kSql) {
        auto statement = connection.prepare(sql);
        if (!statement) return fail(std::move(statement.error()));
        ready.push_back(std::move(*statement));
    }
    auto next = ready.begin();
    const auto take = [&next] { return std::move(*next++); };  // braces go from left to right
    return Statements{take(), take(), take(), take(), take(), take(),
                      take(), take(), take(), take(), take(), take()};
}

Result<void> ConvenienceFile::read(ConvenienceContent& content) {
    if (auto done = read_drafts(content); !done) return done;
    if (auto done = read_receipts(content); !done) return done;
    if (auto done = read_seat_checks(content); !done) return done;
    return read_staff(content);
}

Result<void> ConvenienceFile::read_drafts(ConvenienceContent& content) {
    return each(statements_.drafts, [&](const sqlite::Statement& row) {
        content.drafts.read(read_key(row), {row.text(2), row.text(3), WallTime{row.integer(4)}});
    });
}

Result<void> ConvenienceFile::read_receipts(ConvenienceContent& content) {
    return each(statements_.receipts, [&](const sqlite::Statement& row) {
        if (const auto bytes = to_array<146>(row.blob(2)))
            content.receipts.read(read_key(row), *bytes);
    });
}

Result<void> ConvenienceFile::read_seat_checks(ConvenienceContent& content) {
    return each(statements_.seat_checks, [&](const sqlite::Statement& row) {
        const auto device = to_array<16>(row.blob(0));
        if (!device) return;  // the schema keeps such a row out
        content.seat_checks.read(*device, {.seat = row.text(1),
                                           .address = row.text(2),
                                           .browser = row.text(3),
                                           .screen = row.text(4),
                                           .indexeddb = row.integer(5) != 0,
                                           .clock_skew_ms = row.integer(6),
                                           .latency_ms = row.integer(7),
                                           .lockdown = row.text(8),
                                           .lockdown_version = row.text(9),
                                           .problems = split(row.text(10)),
                                           .checked_at = WallTime{row.integer(11)}});
    });
}

Result<void> ConvenienceFile::read_staff(ConvenienceContent& content) {
    return each(statements_.staff, [&](const sqlite::Statement& row) {
        const bool is_one_day = row.text(1) == word(StaffKind::one_day);
        content.staff.read(
            row.text(0),
            {row.text(0), is_one_day ? StaffKind::one_day : StaffKind::staff, row.text(2)});
    });
}

Result<void> ConvenienceFile::write(const ConvenienceContent& content) {
    auto& connection = database_.connection();
    if (connection.wal_bytes() > kConvenienceWalBytesMax)
        if (auto copied = connection.checkpoint(sqlite::LogFile::kept); !copied) return copied;
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction) return fail(std::move(transaction.error()));
    if (auto done = write_drafts(content); !done) return done;
    if (auto done = write_receipts(content); !done) return done;
    if (auto done = write_seat_checks(content); !done) return done;
    if (auto done = write_staff(content); !done) return done;
    return transaction->commit();
}

Result<void> ConvenienceFile::write_drafts(const ConvenienceContent& content) {
    return each_unwritten(
        content.drafts,
        [&](const CandidateKey& key, const Draft& draft) {
            return statements_.put_draft.run(key.session.bytes, number(key), draft.item,
                                             draft.value, draft.at.ms);
        },
        [&](const CandidateKey& key) {
            return statements_.erase_draft.run(key.session.bytes, number(key));
        });
}

Result<void> ConvenienceFile::write_receipts(const ConvenienceContent& content) {
    return each_unwritten(
        content.receipts,
        [&](const CandidateKey& key, const SignedReceipt& receipt) {
            return statements_.put_receipt.run(key.session.bytes, number(key), receipt);
        },
        [&](const CandidateKey& key) {
            return statements_.erase_receipt.run(key.session.bytes, number(key));
        });
}

Result<void> ConvenienceFile::write_seat_checks(const ConvenienceContent& content) {
    return each_unwritten(
        content.seat_checks,
        [&](const SeatDevice& device, const SeatCheck& check) {
            return statements_.put_seat_check.run(device, check.seat, check.address, check.browser,
                                                  check.screen, std::int64_t{check.indexeddb},
                                                  check.clock_skew_ms, check.latency_ms,
                                                  check.lockdown, check.lockdown_version,
                                                  joined(check.problems), check.checked_at.ms);
        },
        [&](const SeatDevice& device) { return statements_.erase_seat_check.run(device); });
}

Result<void> ConvenienceFile::write_staff(const ConvenienceContent& content) {
    return each_unwritten(
        content.staff,
        [&](const std::string& name, const StaffMember& member) {
            return statements_.put_staff.run(name, word(member.kind), member.valid_until);
        },
        [&](const std::string& name) { return statements_.erase_staff.run(name); });
}

Result<void> ConvenienceFile::empty_log() {
    auto& connection = database_.connection();
    // A page that was split keeps copies of the rows that moved.
    if (auto rebuilt = connection.rebuild(); !rebuilt) return rebuilt;
    return connection.checkpoint(sqlite::LogFile::emptied);
}

}  // namespace preau::store
