// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/candidate_statements.hpp"
#include "record/chain_reader.hpp"
#include "seal/authorisation.hpp"
#include "seal/bundle.hpp"
#include "seal/manifest.hpp"

namespace preau::record {

/// A sealed session as its bundle tells it, every record verified.
struct SealedSession {
    std::vector<Entry> entries;
    std::vector<exam::Fact> history;  ///< the events of the entries
    exam::Session session;            ///< what they come to
    CandidateStatements statements;   ///< of the tests that are over: what the receipts state
    /// What the bundle's note states: the tree of all the records but the last, which holds it.
    seal::Checkpoint checkpoint;
};

/// Both documents speak of one session, one box and one pack, and are meant for the platform.
Result<void> check_agreement(const seal::Manifest& manifest,
                             const seal::Authorisation& authorisation);

/// The bundle's journal, record by record. Refused, naming the record, when a payload was erased:
/// such a journal proves what it held but cannot be replayed.
Result<std::vector<Entry>> entries_of(const seal::Bundle& bundle);

/// Steps 5 to 8 of docs/formats/bundle.md: every record, the root, the sealing note, the counts,
/// the sheet and the minutes. Manifest and authorisation are the bundle's own, verified and in
/// agreement. `boxes` are the keys that are known; those of boxes that the authorisation does not
/// name do not count. The error names the record that fails.
Result<SealedSession> verify_sealed_session(const seal::Bundle& bundle,
                                            const seal::Manifest& manifest,
                                            const seal::Authorisation& authorisation,
                                            const BoxKeys& boxes);

}  // namespace preau::record
