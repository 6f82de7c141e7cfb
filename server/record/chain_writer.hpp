// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/apply.hpp"
#include "record/epoch.hpp"
#include "record/position.hpp"
#include "record/types.hpp"
#include "seal/checkpoint.hpp"
#include "seal/verifier_key.hpp"

#include <optional>
#include <string>

namespace preau::record {

/// The instant at which a record is made, as the clock gives it.
struct Moment {
    Duration boot;
    WallTime wall;
    ClockQuality quality = ClockQuality::unknown;
};
Moment read_moment(Clock& clock);

/// Who writes: the box's long-term identity.
struct BoxIdentity {
    std::string name;
    const seal::SigningKey& key;
    std::string software;
};

/// Makes the next records of one session's journal. The epoch's key is drawn here, lives in locked
/// memory and dies with the writer. One thread.
class ChainWriter {
  public:
    ChainWriter(SessionId session, Position position, BoxIdentity box, Entropy& entropy);

    /// First record of each start of the box; nothing else can be written before.
    Entry start_epoch(const Moment& moment);
    Entry event(const exam::Event& event, const Moment& moment);
    /// Signs the tree as it is before this record.
    Entry checkpoint(const Moment& moment);

    const Position& position() const { return position_; }
    /// Running time of the session at that moment, never before its last record.
    Tick tick(const Moment& moment) const;
    /// Running time at an earlier moment of this epoch.
    Tick tick_at(const Moment& earlier) const;
    /// The tree as it is.
    seal::Checkpoint present_checkpoint() const;
    const seal::SigningKey& epoch_key() const;
    /// By which the notes and receipts of this epoch are verified.
    seal::VerifierKey epoch_verifier() const;

  private:
    struct Content {
        Type type;
        CandidateNumber candidate;
        Bytes payload;
    };
    Entry append(Content content, const Moment& moment);
    EpochReason reason() const;
    Duration since_epoch(const Moment& moment) const;
    std::uint32_t next_candidate_sequence(CandidateNumber candidate) const;

    SessionId session_;
    Position position_;
    BoxIdentity box_;
    Entropy& entropy_;
    std::optional<seal::SigningKey> epoch_key_;
    std::uint32_t epoch_ = 0;
    Duration epoch_boot_;
};

}  // namespace preau::record
