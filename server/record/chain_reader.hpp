// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/apply.hpp"
#include "record/epoch.hpp"
#include "record/position.hpp"
#include "record/stand_ins.hpp"
#include "record/types.hpp"
#include "seal/checkpoint.hpp"
#include "seal/verifier_key.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace preau::record {

/// What a journal must agree with: who may have written it, for which authorised session.
struct ChainTrust {
    SessionId session;
    Hash authorisation{};  ///< SHA-256 of the authorisation's payload bytes
    BoxKeys boxes;         ///< those that the authorisation names, as far as their keys are known
};

/// Reads a journal record by record: every hash, link, signature and number is verified before the
/// record counts, then it is folded into the exam. Used the same way by the box when it starts, by
/// the platform and by the explaining tool. One thread.
class ChainReader {
  public:
    explicit ChainReader(ChainTrust trust);

    /// The error names the record. After an error the reader stands where it was.
    Result<void> read(const Entry& entry);
    /// A whole journal. Of one that is sealed, the answer-bearing payloads may have been erased:
    /// what stands for them keeps who did something and when, and no answer (stand_ins.hpp).
    Result<void> read_all(std::span<const Entry> entries);

    const exam::Session& session() const { return session_; }
    const Position& position() const { return position_; }
    std::optional<Type> last_type() const { return last_type_; }
    /// Of the last start of the box; nothing before the first.
    const std::optional<seal::VerifierKey>& epoch_verifier() const { return epoch_verifier_; }
    /// The last checkpoint in the journal: the tree before that record.
    const std::optional<seal::Checkpoint>& checkpoint() const { return checkpoint_; }

    /// A signed note outside the journal, by the present epoch's key, over the tree as it is.
    Result<void> verify_note(std::string_view note) const;

    exam::Session take_session() && { return std::move(session_); }

    /// Called after each exam event has been folded in, with its header.
    using Watcher = std::function<void(const exam::Fact&, const Header&, const Hash& leaf)>;
    void watch(Watcher watcher) { watcher_ = std::move(watcher); }

  private:
    Result<void> read_record(const Entry& entry);
    Result<void> check_links(const Header& header, const Entry& entry) const;
    Result<void> read_epoch(const Header& header, const Entry& entry);
    Result<void> read_checkpoint(const Header& header, const Entry& entry);
    Result<void> read_event(const Header& header, Type type, const Entry& entry);
    Result<exam::Event> event_of(const Header& header, Type type, const Entry& entry) const;
    std::uint8_t flags_of_epoch() const;

    ChainTrust trust_;
    Position position_;
    exam::Session session_;
    std::optional<seal::VerifierKey> epoch_verifier_;
    std::optional<seal::Checkpoint> checkpoint_;
    std::optional<Type> last_type_;
    Watcher watcher_;
    std::optional<StandIns> stand_ins_;
};

}  // namespace preau::record
