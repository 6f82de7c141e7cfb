// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/candidate_statements.hpp"
#include "record/chain_reader.hpp"
#include "room/answer_receipt.hpp"
#include "room/namesakes.hpp"
#include "room/tick_dates.hpp"
#include "room/timeline.hpp"

#include <map>
#include <optional>
#include <span>

namespace preau::room {

struct AnswerKey {
    CandidateNumber candidate;
    int number = 0;
    auto operator<=>(const AnswerKey&) const = default;
};

/// A session's journal, read and verified: all that going on with it needs.
struct OpenedJournal {
    exam::Session state;
    record::Position position;
    std::optional<seal::Checkpoint> checkpoint;
    std::optional<seal::VerifierKey> epoch{};  ///< by which the last epoch's notes are verified
    std::map<AnswerKey, RecordedAnswer> answers;
    Timeline timeline{};
    TickDates dates{};
    Namesakes namesakes{};
    record::CandidateStatements statements{};
    bool erased = false;  ///< the answers are on this box no more
};

/// Verifies every record and folds it; of a sealed session the answer-bearing payloads may have
/// been erased, and what stands for them is folded. The error names the session's record that
/// fails.
Result<OpenedJournal> open_journal(const record::ChainTrust& trust,
                                   std::span<const record::Entry> entries);

}  // namespace preau::room
