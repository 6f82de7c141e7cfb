// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/verifier_key.hpp"

#include <map>
#include <string>
#include <vector>

namespace preau::record {

/// What a record's statement needs of its place in the journal.
struct RecordPlace {
    std::uint64_t sequence = 0;
    Hash leaf{};
    WallTime wall;
};

/// The statement that each candidate's receipt is made of: of the records in the journal up to the
/// one that ended the test, and of nothing else. So it is the same whenever it is worked out, and
/// anybody who has the bundle can work it out again.
class CandidateStatements {
  public:
    CandidateStatements() = default;
    explicit CandidateStatements(SessionId session) : session_(session) {}

    /// One more record, in order, and the key of its epoch.
    void add(const exam::Event& event, const RecordPlace& place, const seal::VerifierKey& epoch);

    /// Nothing before the end of the test.
    const seal::CandidateStatement* of(CandidateNumber candidate) const;

  private:
    struct Open {
        std::vector<Hash> leaves;
        std::uint16_t answers = 0;
    };
    void finish(CandidateNumber candidate, const RecordPlace& place,
                const seal::VerifierKey& epoch);

    SessionId session_;
    std::map<CandidateNumber, Open> open_;
    std::map<CandidateNumber, seal::CandidateStatement> finished_;
};

}  // namespace preau::record
