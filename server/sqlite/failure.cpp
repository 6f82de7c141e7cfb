// SPDX-License-Identifier: Apache-2.0
#include "sqlite/failure.hpp"

#include "base/check.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace preau::sqlite {

namespace {

const char* sentence(int primary_code) {
    switch (primary_code) {
        case SQLITE_FULL:
            return "the disk is full; free some space and start again";
        case SQLITE_READONLY:
            return "the file or its folder cannot be written; check its rights";
        case SQLITE_CANTOPEN:
            return "the file cannot be opened or created; check that its folder exists and can be "
                   "written";
        case SQLITE_BUSY:
            return "another program holds the database; stop it and start again";
        case SQLITE_CORRUPT:
            return "the database is damaged; nothing was changed in it";
        case SQLITE_NOTADB:
            return "the file is not a database; nothing was changed in it";
        case SQLITE_CONSTRAINT:
            return "the database refused the row";
        case SQLITE_IOERR:
            return "the disk failed";
        case SQLITE_NOMEM:
            return "memory is exhausted";
        default:
            return "unexpected database error";
    }
}

}  // namespace

Error failure(sqlite3* db, int code, std::string_view intent) {
    const int extended = db != nullptr ? sqlite3_extended_errcode(db) : code;
    const int primary = code & 0xff;
    PREAU_CHECK(primary != SQLITE_MISUSE && primary != SQLITE_RANGE);
    const char* words = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    auto message =
        fmt::format("{}{}{} (SQLite {}: {})", intent, intent.empty() ? "" : ": ", sentence(primary),
                    (extended & 0xff) == primary ? extended : code, words);
    const bool malformed =
        primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || primary == SQLITE_CONSTRAINT;
    return malformed ? Error::malformed(std::move(message))
                     : Error::environment(std::move(message));
}

}  // namespace preau::sqlite
