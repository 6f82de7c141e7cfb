// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/chain_reader.hpp"
#include "room/answer_receipt.hpp"
#include "room/candidate_statements.hpp"
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
    std::map<AnswerKey, RecordedAnswer> answers;
    Timeline timeline{};
    TickDates dates{};
    Namesakes namesakes{};
    CandidateStatements statements{};
};

/// Verifies every record and folds it. The error names the session's record that fails.
Result<OpenedJournal> open_journal(const record::ChainTrust& trust,
                                   std::span<const record::Entry> entries);

}  // namespace preau::room
