// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/chain_reader.hpp"
#include "sim/ledger.hpp"
#include "sim/stage.hpp"
#include "sim/violations.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace preau::sim {

/// An answer as the journal holds it.
struct StoredAnswer {
    CommandId command;
    GivenAnswer answer;
    room::RecordedAnswer place;
    Duration remaining;  ///< of the candidate's time, at that record
};

/// A stored journal, read again with record's reader alone and every record verified.
struct JournalFacts {
    exam::Session session;
    std::vector<StoredAnswer> answers;
    std::map<std::uint32_t, seal::PublicKey> epoch_keys;
    std::set<std::string> kinds;  ///< of records, statuses of answers, and why tests ended
    std::set<std::pair<std::uint32_t, std::string>> looked_away, reported,
        opened;                ///< candidate, item
    std::set<CommandId> acts;  ///< of invigilators
    std::optional<record::Type> last_type;
    Tick last_tick;
    Violations violations;  ///< of rules that this reader knows by itself
};

Result<JournalFacts> read_facts(const Stage& stage, const std::vector<record::Entry>& entries);

}  // namespace preau::sim
