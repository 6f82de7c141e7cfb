// SPDX-License-Identifier: Apache-2.0
#include "store/erasure.hpp"

#include "sqlite/transaction.hpp"

namespace preau::store {

namespace {

// The fifth byte of a header is the family of its type: 0x02, questions and answers.
constexpr char kErase[] =
    "UPDATE journal SET salt = NULL, payload = NULL "
    "WHERE session = ? AND substr(header, 5, 1) = x'02' AND payload IS NOT NULL";
constexpr char kBegun[] = "INSERT OR IGNORE INTO erasing (session) VALUES (?)";

Result<void> run_for(sqlite::Connection& connection, std::string_view sql,
                     const SessionId& session) {
    auto statement = connection.prepare(sql);
    if (!statement) return fail(std::move(statement.error()));
    return statement->run(session.bytes);
}

}  // namespace

Result<void> begin_erasure(sqlite::Connection& connection, const SessionId& session) {
    auto transaction = sqlite::Transaction::begin(connection);
    if (!transaction) return fail(std::move(transaction.error()));
    for (const char* sql : {kErase, kBegun})
        if (auto done = run_for(connection, sql, session); !done) return done;
    return transaction->commit();
}

Result<void> finish_erasure(sqlite::Connection& connection) {
    const auto begun = connection.integer("SELECT count(*) FROM erasing");
    if (!begun) return fail(begun.error());
    if (*begun == 0) return {};
    if (auto rebuilt = connection.rebuild(); !rebuilt) return rebuilt;
    if (auto emptied = connection.checkpoint(sqlite::LogFile::emptied); !emptied) return emptied;
    return connection.execute("DELETE FROM erasing");
}

}  // namespace preau::store
