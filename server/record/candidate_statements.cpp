// SPDX-License-Identifier: Apache-2.0
#include "record/candidate_statements.hpp"

#include "seal/merkle.hpp"

namespace preau::record {

void CandidateStatements::add(const exam::Event& event, const RecordPlace& place,
                              const seal::VerifierKey& epoch) {
    const auto candidate = exam::candidate_of(event);
    if (candidate.value == 0 || finished_.contains(candidate)) return;
    auto& open = open_[candidate];
    open.leaves.push_back(place.leaf);
    if (std::holds_alternative<exam::event::AnswerRecorded>(event)) ++open.answers;
    if (std::holds_alternative<exam::event::TestFinished>(event)) finish(candidate, place, epoch);
}

void CandidateStatements::finish(CandidateNumber candidate, const RecordPlace& place,
                                 const seal::VerifierKey& epoch) {
    const auto open = open_.extract(candidate);
    seal::MerkleTree records;
    for (const auto& leaf : open.mapped().leaves) records.append(leaf);
    finished_[candidate] = {.session = session_,
                            .candidate = candidate,
                            .answers = open.mapped().answers,
                            .finish_sequence = static_cast<std::uint32_t>(place.sequence),
                            .tree_size = place.sequence + 1,
                            .unix_seconds = static_cast<std::uint64_t>(place.wall.ms / 1000),
                            .candidate_root = records.root(),
                            .key_id = epoch.id()};
}

const seal::CandidateStatement* CandidateStatements::of(CandidateNumber candidate) const {
    const auto found = finished_.find(candidate);
    return found == finished_.end() ? nullptr : &found->second;
}

}  // namespace preau::record
