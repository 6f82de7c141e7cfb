// SPDX-License-Identifier: Apache-2.0
#include "central/sql/postgresql_connection.hpp"

#include "base/big_endian.hpp"
#include "base/check.hpp"
#include "base/log.hpp"
#include "central/sql/postgresql_failure.hpp"

#include <fmt/format.h>

#include <libpq-fe.h>

namespace preau::central::sql {

namespace {

// Types by the numbers that every PostgreSQL gives them (pg_type.dat).
constexpr Oid kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25, kChar = 18,
              kName = 19, kVarchar = 1043;
constexpr int kBinary = 1;
constexpr std::size_t kCopyChunkBytes = 256 * 1024;

Oid type_of(const Value& value) {
    constexpr Oid kInferred = 0;
    constexpr Oid types[] = {kInferred, kInt8, kText, kBytea};
    return types[value.index()];
}

/// The values as libpq wants them: pointers, lengths, and the integers turned round.
class Arguments {
  public:
    explicit Arguments(std::span<const Value> values) {
        numbers_.reserve(values.size());  // pointers into it must stay
        for (const auto& value : values) {
            types.push_back(type_of(value));
            formats.push_back(kBinary);
            add(value);
        }
    }

    std::vector<Oid> types;
    std::vector<const char*> data;
    std::vector<int> lengths, formats;

  private:
    void add(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            ByteWriter bytes;
            bytes.u64(static_cast<std::uint64_t>(*number));
            numbers_.push_back(bytes.take());
            push(numbers_.back().data(), 8);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            push(text->data(), text->size());
        } else if (const auto* bytes = std::get_if<ByteView>(&value)) {
            push(bytes->data(), bytes->size());
        } else {
            data.push_back(nullptr);
            lengths.push_back(0);
        }
    }

    void push(const void* bytes, std::size_t size) {
        data.push_back(bytes == nullptr ? "" : static_cast<const char*>(bytes));
        lengths.push_back(static_cast<int>(size));
    }

    std::vector<Bytes> numbers_;
};

Cell cell_of(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) return {};
    const auto* data = reinterpret_cast<const std::uint8_t*>(PQgetvalue(result, row, column));
    ByteReader bytes({data, static_cast<std::size_t>(PQgetlength(result, row, column))});
    switch (PQftype(result, column)) {
        case kBool:
            return std::int64_t{bytes.u8()};
        case kInt2:
            return std::int64_t{static_cast<std::int16_t>(bytes.u16())};
        case kInt4:
            return std::int64_t{static_cast<std::int32_t>(bytes.u32())};
        case kInt8:
            return static_cast<std::int64_t>(bytes.u64());
        case kBytea:
        case kText:
        case kVarchar:
        case kName:
        case kChar:
            return to_bytes(bytes.bytes(bytes.remaining()));
        default:
            PREAU_UNREACHABLE();  // the query must CAST(… AS BIGINT) or AS TEXT
    }
}

Answer answer_of(const PGresult* result) {
    const int rows = PQntuples(result), columns = PQnfields(result);
    std::vector<Cell> cells;
    cells.reserve(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            cells.push_back(cell_of(result, row, column));
    std::int64_t changed = 0;
    for (const char* digit = PQcmdTuples(const_cast<PGresult*>(result)); *digit != '\0'; ++digit)
        changed = changed * 10 + (*digit - '0');
    return {Rows(static_cast<std::size_t>(columns), std::move(cells)), changed};
}

bool is_good(const PGresult* result) {
    const auto status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

void ignore_notice(void*, const PGresult*) {}

// ---- the binary form of COPY (PostgreSQL manual, COPY, "Binary Format")

template <std::unsigned_integral Integer>
void append(std::string& out, Integer value) {
    for (int shift = (sizeof(Integer) - 1) * 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(value >> shift));
}

void append_field(std::string& out, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        append(out, std::uint32_t{8});
        append(out, static_cast<std::uint64_t>(*number));
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        append(out, static_cast<std::uint32_t>(text->size()));
        out.append(*text);
    } else if (const auto* blob = std::get_if<ByteView>(&value)) {
        append(out, static_cast<std::uint32_t>(blob->size()));
        out.append(as_text(*blob));
    } else {
        append(out, std::uint32_t{0xffff'ffff});
    }
}

}  // namespace

void PostgresqlConnection::Clear::operator()(pg_result* result) const { PQclear(result); }

Result<std::unique_ptr<PostgresqlConnection>> PostgresqlConnection::open(const std::string& url,
                                                                         bool read_only) {
    const char* const names[] = {"dbname",          "connect_timeout", "application_name",
                                 "client_encoding", "options",         nullptr};
    const char* const values[] = {
        url.c_str(),
        "10",
        "preau-central",
        "UTF8",
        read_only ? "-c default_transaction_read_only=on" : "-c lock_timeout=30s",
        nullptr};
    constexpr int kExpandUrl = 1;
    std::unique_ptr<PostgresqlConnection> connection(
        new PostgresqlConnection(PQconnectdbParams(names, values, kExpandUrl)));
    if (PQstatus(connection->connection_) != CONNECTION_OK)
        return fail(postgresql_failure(connection->connection_, nullptr).error);
    PQsetNoticeReceiver(connection->connection_, ignore_notice, nullptr);
    return connection;
}

PostgresqlConnection::~PostgresqlConnection() { PQfinish(connection_); }

bool PostgresqlConnection::has_failed() const { return PQstatus(connection_) != CONNECTION_OK; }

Failure<Error> PostgresqlConnection::failed(const pg_result* result) {
    auto failure = postgresql_failure(connection_, result);
    lost_a_race_ = failure.lost_a_race;
    return fail(std::move(failure.error));
}

Result<void> PostgresqlConnection::execute(const std::string& script) {
    lost_a_race_ = false;
    const Outcome outcome(PQexec(connection_, script.c_str()));
    if (!is_good(outcome.get())) return failed(outcome.get());
    return {};
}

Result<void> PostgresqlConnection::commit() {
    lost_a_race_ = false;
    const Outcome outcome(PQexec(connection_, "COMMIT"));
    if (!is_good(outcome.get())) return failed(outcome.get());
    // The server answers ROLLBACK, without an error, to the COMMIT of a transaction that failed.
    PREAU_CHECK(std::string_view(PQcmdStatus(outcome.get())) == "COMMIT");
    return {};
}

void PostgresqlConnection::roll_back() {
    if (has_failed() || PQtransactionStatus(connection_) == PQTRANS_IDLE) return;
    const Outcome outcome(PQexec(connection_, "ROLLBACK"));  // keeps what lost_a_race() says
    if (!is_good(outcome.get()))
        log::error("postgresql.rollback_failed",
                   {{"reason", postgresql_failure(connection_, outcome.get()).error.message}});
}

Result<const std::string*> PostgresqlConnection::prepared(std::string_view sql,
                                                          std::span<const Value> values) {
    std::string key;
    for (const auto& value : values) key += static_cast<char>('0' + value.index());
    key.append(" ").append(sql);
    if (const auto found = statements_.find(key); found != statements_.end()) return &found->second;
    const auto name = fmt::format("s{}", statements_.size());
    const Arguments arguments(values);
    const Outcome outcome(PQprepare(connection_, name.c_str(), std::string(sql).c_str(),
                                    static_cast<int>(values.size()), arguments.types.data()));
    if (!is_good(outcome.get())) return failed(outcome.get());
    return &statements_.emplace(std::move(key), name).first->second;
}

Result<Answer> PostgresqlConnection::ask_with(std::string_view sql, std::span<const Value> values) {
    lost_a_race_ = false;
    const auto name = prepared(sql, values);
    if (!name) return fail(name.error());
    const Arguments arguments(values);
    const Outcome outcome(PQexecPrepared(
        connection_, (*name)->c_str(), static_cast<int>(values.size()), arguments.data.data(),
        arguments.lengths.data(), arguments.formats.data(), kBinary));
    if (!is_good(outcome.get())) return failed(outcome.get());
    return answer_of(outcome.get());
}

Result<void> PostgresqlConnection::copy(std::string_view table,
                                        std::span<const std::string_view> columns, std::size_t rows,
                                        const RowSource& source) {
    lost_a_race_ = false;
    std::string names;
    for (const auto column : columns)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", column);
    const auto sql = fmt::format("COPY {} ({}) FROM STDIN (FORMAT binary)", table, names);
    const Outcome begun(PQexec(connection_, sql.c_str()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return failed(begun.get());
    if (auto sent = send_rows(columns.size(), rows, source); !sent) return sent;
    return finish_copy();
}

Result<void> PostgresqlConnection::send_rows(std::size_t columns, std::size_t rows,
                                             const RowSource& source) {
    using namespace std::string_literals;
    std::string out = "PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0"s;
    const auto put = [&] {
        const bool taken =
            PQputCopyData(connection_, out.data(), static_cast<int>(out.size())) == 1;
        out.clear();
        return taken;
    };
    std::vector<Value> values(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        source(row, values);
        append(out, static_cast<std::uint16_t>(columns));
        for (const auto& value : values) append_field(out, value);
        if (out.size() >= kCopyChunkBytes && !put()) return failed(nullptr);
    }
    out += "\xff\xff";
    if (!put() || PQputCopyEnd(connection_, nullptr) != 1) return failed(nullptr);
    return {};
}

Result<void> PostgresqlConnection::finish_copy() {
    Result<void> done;
    while (auto* result = PQgetResult(connection_)) {
        const Outcome outcome(result);
        if (!is_good(outcome.get()) && done) done = failed(outcome.get());
    }
    return done;
}

}  // namespace preau::central::sql
