// SPDX-License-Identifier: Apache-2.0
#include "room/candidate_statements.hpp"

#include "seal/merkle.hpp"
#include "seal/names.hpp"
#include "seal/verifier_key.hpp"

namespace preau::room {

void CandidateStatements::add(const exam::Event& event, const RecordPlace& place,
                              const seal::PublicKey& epoch_key) {
    const auto candidate = exam::candidate_of(event);
    if (candidate.value == 0 || finished_.contains(candidate)) return;
    auto& open = open_[candidate];
    open.leaves.push_back(place.leaf);
    if (std::holds_alternative<exam::event::AnswerRecorded>(event)) ++open.answers;
    if (std::holds_alternative<exam::event::TestFinished>(event))
        finish(candidate, place, epoch_key);
}

void CandidateStatements::finish(CandidateNumber candidate, const RecordPlace& place,
                                 const seal::PublicKey& epoch_key) {
    const auto open = open_.extract(candidate);
    const seal::VerifierKey key{seal::epoch_key_name(box_, place.epoch), seal::NoteKeyType::ed25519,
                                epoch_key};
    seal::MerkleTree records;
    for (const auto& leaf : open.mapped().leaves) records.append(leaf);
    finished_[candidate] = {.session = session_,
                            .candidate = candidate,
                            .answers = open.mapped().answers,
                            .finish_sequence = static_cast<std::uint32_t>(place.sequence),
                            .tree_size = place.sequence + 1,
                            .unix_seconds = static_cast<std::uint64_t>(place.wall.ms / 1000),
                            .candidate_root = records.root(),
                            .key_id = key.id()};
}

const seal::CandidateStatement* CandidateStatements::of(CandidateNumber candidate) const {
    const auto found = finished_.find(candidate);
    return found == finished_.end() ? nullptr : &found->second;
}

}  // namespace preau::room
