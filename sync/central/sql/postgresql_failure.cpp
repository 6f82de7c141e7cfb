// SPDX-License-Identifier: Apache-2.0
#include "central/sql/postgresql_failure.hpp"

#include <fmt/format.h>

#include <libpq-fe.h>
#include <string_view>

namespace preau::central::sql {

namespace {

std::string_view sentence(std::string_view state) {
    const auto group = state.substr(0, 2);
    if (group == "22" || group == "23") return "the database refused the row";
    if (group == "08" || group == "57" || state.empty())
        return "the database server cannot be reached, or stopped";
    if (group == "28" || group == "3D") return "the database server refuses us; check its address";
    if (group == "40" || group == "55") return "another transaction was in the way";
    if (group == "42") return "the database is not as this program made it";
    if (group == "53") return "the database server has no room left";
    return "unexpected database error";
}

std::string first_line(std::string_view words) {
    const auto end = words.find('\n');
    return std::string(words.substr(0, end));
}

}  // namespace

PostgresqlFailure postgresql_failure(const pg_conn* connection, const pg_result* result) {
    const char* field = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view state = field != nullptr ? field : "";
    const char* words = result != nullptr ? PQresultErrorMessage(result) : "";
    if (*words == '\0') words = PQerrorMessage(connection);
    auto message = fmt::format("{} (PostgreSQL {}: {})", sentence(state),
                               state.empty() ? "connection" : state, first_line(words));
    const auto group = state.substr(0, 2);
    const bool malformed = group == "22" || group == "23";
    const bool lost = state == "40001" || state == "40P01" || state == "55P03";
    return {
        malformed ? Error::malformed(std::move(message)) : Error::environment(std::move(message)),
        lost};
}

}  // namespace preau::central::sql
