// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "sqlite/connection.hpp"

namespace preau::store {

/// Erases payload and salt of the answer-bearing records of a session, and writes down that traces
/// of them may be left, in one transaction.
Result<void> begin_erasure(sqlite::Connection& connection, const SessionId& session);

/// Removes every trace that begin_erasure() has left: the file is written anew, since a page that
/// was split keeps copies of moved rows, and its log is emptied. Nothing to do for most journals.
Result<void> finish_erasure(sqlite::Connection& connection);

}  // namespace preau::store
