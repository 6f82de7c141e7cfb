// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <string>

struct pg_conn;
struct pg_result;

namespace preau::central::sql {

struct PostgresqlFailure {
    Error error;
    bool lost_a_race = false;  ///< of another transaction's making: the same again may succeed
};

/// "sentence for the operator (PostgreSQL SQLSTATE: its words)". `result` may be null: then the
/// connection tells. Refused rows and values are malformed, the rest environment.
PostgresqlFailure postgresql_failure(const pg_conn* connection, const pg_result* result);

}  // namespace preau::central::sql
