// SPDX-License-Identifier: Apache-2.0
#include "sqlite/statement.hpp"

#include "base/check.hpp"
#include "sqlite/failure.hpp"

#include <sqlite3.h>

namespace preau::sqlite {

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);  // repeats the error of the last step, already reported
}

void Statement::start_over() {
    sqlite3_reset(statement_.get());
    bind_code_ = SQLITE_OK;
}

Statement& Statement::bind_each(std::span<const Value> values) {
    start_over();
    int position = 0;
    for (const auto& value : values)
        std::visit([&](const auto& known) { set(++position, known); }, value);
    return *this;
}

void Statement::set(int position, std::monostate) {
    bind_code_ |= sqlite3_bind_null(statement_.get(), position);
}

void Statement::set(int position, std::int64_t value) {
    bind_code_ |= sqlite3_bind_int64(statement_.get(), position, value);
}

void Statement::set(int position, std::string_view value) {
    const char* data = value.empty() ? "" : value.data();  // a null pointer would bind NULL
    bind_code_ |= sqlite3_bind_text64(statement_.get(), position, data, value.size(),
                                      SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::set(int position, ByteView value) {
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    bind_code_ |=
        sqlite3_bind_blob64(statement_.get(), position, data, value.size(), SQLITE_TRANSIENT);
}

Result<bool> Statement::next() {
    sqlite3* db = sqlite3_db_handle(statement_.get());
    if (bind_code_ != SQLITE_OK) return fail(failure(db, bind_code_, ""));
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        return false;
    }
    auto error = failure(db, code, "");
    sqlite3_reset(statement_.get());
    return fail(std::move(error));
}

Result<void> Statement::finish() {
    auto row = next();
    if (!row) return fail(std::move(row.error()));
    PREAU_CHECK(!*row);
    return {};
}

int Statement::column_count() const { return sqlite3_column_count(statement_.get()); }

ColumnType Statement::type(int column) const {
    switch (sqlite3_column_type(statement_.get(), column)) {
        case SQLITE_NULL:
            return ColumnType::null;
        case SQLITE_INTEGER:
            return ColumnType::integer;
        case SQLITE_TEXT:
            return ColumnType::text;
        case SQLITE_BLOB:
            return ColumnType::blob;
        default:
            PREAU_UNREACHABLE();
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const { return std::string(as_text(blob(column))); }

ByteView Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return {static_cast<const std::uint8_t*>(data), data == nullptr ? 0 : size};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

}  // namespace preau::sqlite
