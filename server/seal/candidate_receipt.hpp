// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "seal/keys.hpp"

namespace preau::seal {

/// What a candidate takes home: how many answers the box holds, and which.
struct CandidateStatement {
    SessionId session;
    CandidateNumber candidate;
    std::uint16_t answers = 0;
    std::uint32_t finish_sequence = 0;  ///< of the record that ended the test
    std::uint64_t tree_size = 0;
    std::uint64_t unix_seconds = 0;
    Hash candidate_root{};  ///< RFC 6962 root over the leaves of this candidate's records
    ByteArray<4> key_id{};  ///< of the epoch key

    bool operator==(const CandidateStatement&) const = default;
};

ByteArray<82> encode(const CandidateStatement& statement);

/// The statement's 82 bytes and the epoch key's signature over them.
ByteArray<146> sign_statement(const CandidateStatement& statement, const SigningKey& key);

/// The statement, once the signature is verified.
Result<CandidateStatement> open_statement(ByteView receipt, const PublicKey& key);

}  // namespace preau::seal
