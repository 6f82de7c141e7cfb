// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "central/sql/connection.hpp"

#include <memory>
#include <string>
#include <vector>

namespace preau::central {

/// A bundle as it was received, whatever became of it.
struct BundleRow {
    std::string sha256;
    std::string session;  ///< empty until somebody we know signed for it; so are number and box
    std::string number;
    std::string box;
    std::int64_t bytes = 0;
    std::int64_t candidates = 0;  ///< of the accepted session
    std::int64_t events = 0;
    WallTime received_at;
    std::string state;   ///< a word of central::State
    std::string code;    ///< stable word of what was decided
    std::string detail;  ///< for the operator, in English
};

/// An answer as the journal of its session tells it.
struct AnswerRow {
    std::uint32_t candidate = 0;
    int number = 0;
    std::string item;
    std::string command;
    std::string value;
    std::uint64_t sequence = 0;
    Hash leaf{};
};

/// Reads the platform's database while it serves, or not: never writes, never waits.
class Reports {
  public:
    static Result<Reports> open(const std::string& url);

    /// The last received first, at most `count_max`.
    Result<std::vector<BundleRow>> bundles(std::int64_t count_max);
    /// In the order of the journal. Malformed when the session is not there.
    Result<std::vector<AnswerRow>> answers(const SessionId& session);

  private:
    explicit Reports(std::unique_ptr<sql::Connection> connection)
        : connection_(std::move(connection)) {}

    Result<void> add_session(BundleRow& bundle, ByteView session);

    std::unique_ptr<sql::Connection> connection_;
};

}  // namespace preau::central
