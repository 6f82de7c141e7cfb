// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"
#include "pack/pack.hpp"
#include "record/chain_writer.hpp"
#include "room/answer_receipt.hpp"
#include "room/contacts.hpp"
#include "room/opened_journal.hpp"
#include "store/convenience.hpp"
#include "store/journal.hpp"
#include "store/second_copy.hpp"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace preau::room {

/// What a candidate takes home at the end of the test.
struct CandidateReceipt {
    seal::CandidateStatement statement;
    /// Statement and signature; nothing when the box was lost since, with the key and its copy.
    std::optional<store::SignedReceipt> signed_bytes;
};

/// One session as it lives on the box: the fold of its journal and of what is staged for it. Facts
/// that an act brings are staged at once and seen by later acts; nobody may be told of them before
/// Room::commit has put them on the disk. One thread.
class LiveSession {
  public:
    /// What a session needs of the world.
    struct Ports {
        record::BoxIdentity box;
        Clock& clock;
        Entropy& entropy;
        record::BoxKeys
            other_boxes{};  ///< that may have begun a session which this one goes on with
    };

    /// Goes on from a verified journal: a new epoch is staged, unless the session is sealed. Then,
    /// and only then, it needs no pack.
    LiveSession(store::SessionRow row, std::shared_ptr<const pack::Pack> pack,
                OpenedJournal journal, Ports ports);

    /// Decides, stages what follows, applies it. A refusal stages nothing.
    exam::Decision act(const exam::Command& command);

    /// Stages what time brings: deadlines, lost devices, a checkpoint when one is due.
    void observe_time();

    /// Looks for devices that have fallen silent; memory only. Often: what it finds is announced.
    void observe_silence();

    /// The candidate's device has spoken; ends a silence, and a hold for lost contact.
    void hear(CandidateNumber candidate);

    const store::SessionRow& row() const { return row_; }
    /// Of a session that is not sealed. A PREAU_CHECK fails when there is none.
    const pack::Pack& pack() const;
    /// nullptr: there is none, the session is sealed.
    const pack::Pack* find_pack() const { return pack_.get(); }
    /// As the minutes state it once the session is sealed.
    const std::string& pack_title() const;
    const exam::Content& content() const { return content_; }
    const exam::Session& state() const { return state_; }
    /// Finalised: the journal is complete and nothing is ever added.
    bool sealed() const { return !writer_.has_value(); }
    /// The answers are on this box no more: they are in the encrypted bundle alone.
    bool answers_erased() const { return answers_erased_; }
    /// Of a sealed session whose answers were erased on the disk: forgets them here too, and goes
    /// on with what the journal still tells.
    void forget_answers(OpenedJournal journal);
    /// The boxes that may have written its journal, as far as they are known here.
    record::BoxKeys known_boxes() const;
    /// Records staged or stored.
    std::uint64_t size() const;
    /// Leaf of the last record.
    Hash head() const;
    /// The tree of the last checkpoint; once sealed, the one that seals the session.
    const std::optional<seal::Checkpoint>& checkpoint() const { return checkpoint_; }
    /// Verifies the notes of the present epoch; once sealed, of the last.
    const std::optional<seal::VerifierKey>& epoch_verifier() const { return epoch_; }
    /// Running time of the session now; stands still once it is sealed.
    Tick now() const;
    WallTime wall_of(Tick tick) const { return dates_.at(tick); }
    /// When the candidate's time will be over if the clock runs on; nothing when it stands still.
    std::optional<WallTime> end_of(const exam::Candidate& candidate) const;
    /// Milliseconds since the candidate's device spoke; nothing when it has not since the start.
    std::optional<Duration> silence(CandidateNumber candidate) const;
    /// The candidate is expected at a device that, when last looked at, had not spoken for longer
    /// than limits::silent_after_ms.
    bool is_silent(CandidateNumber candidate) const;
    /// What happened to the candidate, for the invigilator to read.
    std::vector<Occurrence> timeline(CandidateNumber candidate) const {
        return timeline_.of(candidate);
    }
    /// Another candidate bears the same name.
    bool has_namesake(CandidateNumber candidate) const { return namesakes_.contains(candidate); }
    /// Signed place of an answer in the journal. A PREAU_CHECK fails when there is none.
    AnswerReceipt receipt(CandidateNumber candidate, int number) const;
    /// Nothing before the end of the test; then always the same.
    std::optional<CandidateReceipt> candidate_receipt(CandidateNumber candidate) const;

    /// What the candidate has typed and not sent yet, at the question asked; it is no fact of the
    /// exam and dies with the session.
    void put_draft(CandidateNumber candidate, store::Draft draft);
    const store::Draft* draft(CandidateNumber candidate) const { return drafts_.find(candidate); }

    /// Nothing may acknowledge an answer that only one medium holds: so the authorisation says, and
    /// no invigilator has waived it.
    bool needs_copy() const;
    bool is_copy_required() const { return copy_required_; }
    /// How the second copy stands, as whoever writes it tells; may stage an event.
    void note_copy(const store::CopyStanding& standing);
    const store::CopyStanding& copy() const { return copy_; }
    /// Every answer of the candidate is on the second copy too.
    bool has_copy(CandidateNumber candidate) const;

    /// Hands over what changed since the last call, of what survives a restart by convenience only.
    void keep(store::Convenience& convenience);
    /// Takes that back after a restart, as far as it fits the journal.
    void take_back(const store::Convenience& convenience);

    /// What Room writes, then announces.
    std::vector<record::Entry> take_staged();
    std::set<CandidateNumber> take_changed();

  private:
    void stage(const exam::Event& event, const record::Moment& moment);
    void stage_checkpoint(const record::Moment& moment);
    void seal(const record::Moment& moment);
    void write_minutes(const record::Moment& moment);
    std::string verification_code_of(CandidateNumber candidate) const;
    void note(const exam::Event& event, const record::Moment& moment);
    void sign_receipt(CandidateNumber candidate);
    void lose_silent_devices();
    bool is_expected(CandidateNumber candidate) const;
    bool checkpoint_is_due(const record::Moment& moment) const;
    std::optional<std::uint64_t> last_answer(CandidateNumber candidate) const;
    void record_copy();

    store::SessionRow row_;
    std::shared_ptr<const pack::Pack> pack_;
    exam::Content content_;
    Ports ports_;
    bool answers_erased_ = false;
    exam::Session state_;
    std::map<AnswerKey, RecordedAnswer> answers_;
    Timeline timeline_;
    TickDates dates_;
    Namesakes namesakes_;
    record::CandidateStatements statements_;
    store::Kept<CandidateNumber, store::SignedReceipt> signed_receipts_;
    store::Kept<CandidateNumber, store::Draft> drafts_;
    bool drafts_erased_ = false;
    record::Position sealed_position_;
    std::optional<record::ChainWriter> writer_;
    std::optional<seal::Checkpoint> checkpoint_;
    std::optional<seal::VerifierKey> epoch_;
    std::size_t since_checkpoint_ = 0;
    Duration oldest_unsigned_;
    Contacts contacts_;
    /// Acts that changed nothing, and so are in no record: sent again, they still change nothing.
    std::set<CommandId> idle_acts_;
    std::vector<record::Entry> staged_;
    std::set<CandidateNumber> changed_;
    std::set<CandidateNumber> silent_;
    bool copy_required_;
    store::CopyStanding copy_;
    int copy_events_ = 0;
};

}  // namespace preau::room
