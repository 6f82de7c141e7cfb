// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/sql/connection.hpp"
#include "seal/checkpoint.hpp"
#include "seal/proofs.hpp"

namespace preau::central {

/// Leaf of a line of the log: RFC 6962 over its text.
Hash log_leaf(std::string_view line);

/// The log of what was decided about each bundle, as a tree that only grows (docs/api/central.md).
/// Decisions write their lines themselves, many at once; here they are given their places, by one
/// process at a time, and the head of the tree is signed.
class IngestLog {
  public:
    struct Signer {
        std::string origin;  ///< of the log; also the name of the key
        const seal::SigningKey& key;
    };
    IngestLog(sql::Connection& connection, Signer signer, Clock& clock)
        : connection_(connection), signer_(std::move(signer)), clock_(clock) {}

    /// Gives a place to the lines that wait, a thousand at most, and signs the new head. How many
    /// there were; 0 leaves the head as it is.
    Result<std::size_t> grow();
    /// The signed head; empty as long as the log is.
    Result<std::string> head();
    /// Every leaf, in order.
    Result<std::vector<Hash>> leaves();

  private:
    struct Line {
        Bytes id;
        std::string text;
    };
    Result<std::size_t> grow_locked();
    Result<std::vector<Line>> waiting();
    Result<void> place(const Line& line, std::uint64_t position);

    sql::Connection& connection_;
    Signer signer_;
    Clock& clock_;
};

}  // namespace preau::central
