// SPDX-License-Identifier: Apache-2.0
#include "room/live_session.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "record/content.hpp"
#include "record/verification_code.hpp"
#include "room/session_copy.hpp"
#include "seal/code.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <algorithm>

namespace preau::room {

namespace {

/// All that the screens of a sealed session need of its pack's content.
exam::Content content_of(const std::optional<exam::SessionMinutes>& minutes) {
    exam::Content content;
    if (!minutes) return content;
    content.version.assessment_duration_minutes = minutes->duration_minutes;
    content.version.configuration.maximum_assessment_length = minutes->question_count;
    content.version.minimum_answers = minutes->minimum_answers;
    return content;
}

}  // namespace

LiveSession::LiveSession(store::SessionRow row, std::shared_ptr<const pack::Pack> pack,
                         OpenedJournal journal, Ports ports)
    : row_(std::move(row)),
      pack_(std::move(pack)),
      content_(pack_ != nullptr ? record::content_of(*pack_) : content_of(journal.state.minutes)),
      ports_(std::move(ports)),
      answers_erased_(journal.erased),
      state_(std::move(journal.state)),
      answers_(std::move(journal.answers)),
      timeline_(std::move(journal.timeline)),
      dates_(std::move(journal.dates)),
      namesakes_(std::move(journal.namesakes)),
      statements_(std::move(journal.statements)),
      sealed_position_(std::move(journal.position)),
      checkpoint_(std::move(journal.checkpoint)),
      epoch_(std::move(journal.epoch)),
      contacts_(ports_.clock.boot_now()),
      copy_required_(requires_copy(row_)) {
    if (state_.finalised) return;
    PREAU_CHECK(pack_ != nullptr);
    const auto moment = record::read_moment(ports_.clock);
    writer_.emplace(row_.id, sealed_position_, ports_.box, ports_.entropy);
    staged_.push_back(writer_->start_epoch(moment));
    epoch_ = writer_->epoch_verifier();
}

exam::Decision LiveSession::act(const exam::Command& command) {
    const auto id = exam::act_of(command);
    if (idle_acts_.contains(id)) return std::vector<exam::Event>{};
    const auto moment = record::read_moment(ports_.clock);
    const Tick now = writer_ ? writer_->tick(moment) : sealed_position_.last;
    auto decision = exam::decide(state_, command, {content_, now});
    if (!decision) return decision;
    const bool is_idle = decision->empty() && id != CommandId{} && !state_.acts.contains(id);
    if (is_idle && idle_acts_.size() < limits::idle_acts_max) idle_acts_.insert(id);
    for (const auto& event : *decision) stage(event, moment);
    if (state_.finalised && writer_)
        seal(moment);
    else if (since_checkpoint_ >= limits::events_between_checkpoints_max)
        stage_checkpoint(moment);
    return decision;
}

void LiveSession::stage(const exam::Event& event, const record::Moment& moment) {
    PREAU_CHECK(writer_.has_value());
    if (since_checkpoint_ == 0) oldest_unsigned_ = moment.boot;
    ++since_checkpoint_;
    staged_.push_back(writer_->event(event, moment));
    const auto& position = writer_->position();
    state_ = exam::apply(std::move(state_), event, {position.last, moment.wall});
    changed_.insert(exam::candidate_of(event));
    note(event, moment);
}

/// What is worked out of the journal besides its fold; opened_journal.cpp does the same.
void LiveSession::note(const exam::Event& event, const record::Moment& moment) {
    const auto& position = writer_->position();
    timeline_.note(event, moment.wall);
    dates_.note(position.last, moment.wall);
    statements_.add(event, {position.size() - 1, position.head, moment.wall},
                    writer_->epoch_verifier());
    namesakes_.note(event);
    if (const auto* answer = std::get_if<exam::event::AnswerRecorded>(&event)) {
        drafts_.erase(answer->candidate);
        answers_[{answer->candidate, answer->number}] = {position.epoch, position.size() - 1,
                                                         position.head, position.last};
    }
    if (const auto* finished = std::get_if<exam::event::TestFinished>(&event))
        sign_receipt(finished->candidate);
}

/// At once: the epoch's key does not outlive the box's run, nor the session's end.
void LiveSession::sign_receipt(CandidateNumber candidate) {
    drafts_.erase(candidate);
    signed_receipts_.put(candidate,
                         seal::sign_statement(*statements_.of(candidate), writer_->epoch_key()));
}

void LiveSession::stage_checkpoint(const record::Moment& moment) {
    checkpoint_ = writer_->present_checkpoint();
    staged_.push_back(writer_->checkpoint(moment));
    since_checkpoint_ = 0;
}

const pack::Pack& LiveSession::pack() const {
    PREAU_CHECK(pack_ != nullptr);
    return *pack_;
}

const std::string& LiveSession::pack_title() const {
    return state_.minutes ? state_.minutes->pack_title : pack().title;
}

/// The last facts: all that this box goes on telling once the answers are erased.
void LiveSession::write_minutes(const record::Moment& moment) {
    exam::event::SessionMinuted session{exam::minutes_of(content_)};
    session.minutes.pack_title = pack().title;
    std::vector<exam::Event> events{std::move(session)};
    for (const auto& [number, candidate] : state_.candidates) {
        if (!candidate.outcome) continue;
        auto minutes = exam::minutes_of(candidate);
        minutes.receipt_code = seal::receipt_code(seal::encode(*statements_.of(number)));
        minutes.verification_code = verification_code_of(number);
        events.push_back(exam::event::CandidateMinuted{number, std::move(minutes)});
    }
    for (const auto& event : events) stage(event, moment);
}

std::string LiveSession::verification_code_of(CandidateNumber candidate) const {
    const auto payload = seal::unverified_payload(row_.authorisation, seal::kAuthorisationType);
    const auto authorisation = payload ? seal::read_authorisation(*payload)
                                       : Result<seal::Authorisation>(fail(payload.error()));
    return authorisation ? record::verification_code_of(*authorisation, candidate) : std::string();
}

record::BoxKeys LiveSession::known_boxes() const {
    auto boxes = ports_.other_boxes;
    boxes[ports_.box.name] = ports_.box.key.public_key();
    return boxes;
}

void LiveSession::forget_answers(OpenedJournal journal) {
    PREAU_CHECK(sealed() && journal.state.finalised);
    answers_erased_ = journal.erased;
    state_ = std::move(journal.state);
    answers_ = std::move(journal.answers);
    timeline_ = std::move(journal.timeline);
    content_ = content_of(state_.minutes);
    pack_ = nullptr;
}

void LiveSession::seal(const record::Moment& moment) {
    write_minutes(moment);
    stage_checkpoint(moment);
    sealed_position_ = writer_->position();
    drafts_ = {};
    writer_.reset();  // the epoch's key dies here: nobody can add to this journal any more
}

void LiveSession::observe_time() {
    if (sealed()) return;
    lose_silent_devices();
    (void)act(exam::command::ObserveTime{});  // time is never refused
    if (const auto moment = record::read_moment(ports_.clock); checkpoint_is_due(moment))
        stage_checkpoint(moment);
}

void LiveSession::lose_silent_devices() {
    if (size() >= limits::contact_records_until) return;
    const auto moment = record::read_moment(ports_.clock);
    const Duration patience{limits::contact_lost_after_ms};
    std::vector<exam::command::LoseContact> lost;
    for (const auto& [number, candidate] : state_.candidates) {
        if (candidate.phase != exam::Phase::in_progress || candidate.held()) continue;
        const auto heard = contacts_.last_heard_or_opening(number);
        if (moment.boot - heard <= patience) continue;
        auto since = moment;
        since.boot = heard;
        lost.push_back({number, writer_->tick_at(since)});
    }
    for (const auto& command : lost) (void)act(command);  // losing contact is never refused
}

void LiveSession::observe_silence() {
    const Duration patience{limits::silent_after_ms};
    const auto now = ports_.clock.boot_now();
    for (const auto& [number, candidate] : state_.candidates) {
        const bool silent =
            is_expected(number) && now - contacts_.last_heard_or_opening(number) > patience;
        const bool is_news = silent ? silent_.insert(number).second : silent_.erase(number) > 0;
        if (is_news) changed_.insert(number);
    }
}

/// At a device from which they are to work, or wait to.
bool LiveSession::is_expected(CandidateNumber number) const {
    const auto* candidate = state_.find(number);
    return candidate != nullptr && candidate->lease && !state_.finalised &&
           candidate->phase != exam::Phase::absent && candidate->phase != exam::Phase::finished;
}

bool LiveSession::is_silent(CandidateNumber candidate) const {
    return silent_.contains(candidate) && is_expected(candidate);
}

void LiveSession::hear(CandidateNumber candidate) {
    contacts_.hear(candidate, ports_.clock.boot_now());
    if (silent_.erase(candidate) > 0) changed_.insert(candidate);
    if (sealed()) return;
    if (const auto* found = state_.find(candidate); found != nullptr && found->held())
        (void)act(exam::command::RegainContact{candidate});  // nor is finding it again
}

/// After an event; and while a candidate's clock runs, since a box that dies goes on from the time
/// of its last record: what was worked after that would be given back.
bool LiveSession::checkpoint_is_due(const record::Moment& moment) const {
    const Duration delay{limits::checkpoint_delay_ms_max};
    if (since_checkpoint_ > 0) return moment.boot - oldest_unsigned_ >= delay;
    const bool clock_runs = std::ranges::any_of(state_.candidates, [](const auto& entry) {
        return entry.second.timing.running_since.has_value();
    });
    return clock_runs && writer_->tick(moment) - writer_->position().last >= delay;
}

std::uint64_t LiveSession::size() const {
    return writer_ ? writer_->position().size() : sealed_position_.size();
}

Hash LiveSession::head() const {
    return writer_ ? writer_->position().head : sealed_position_.head;
}

Tick LiveSession::now() const {
    return writer_ ? writer_->tick(record::read_moment(ports_.clock)) : sealed_position_.last;
}

std::optional<WallTime> LiveSession::end_of(const exam::Candidate& candidate) const {
    if (candidate.phase != exam::Phase::in_progress || !candidate.timing.running_since)
        return std::nullopt;
    const auto assessment = minutes(content_.version.assessment_duration_minutes);
    return ports_.clock.wall_now() + exam::remaining(candidate.timing, assessment, now());
}

std::optional<Duration> LiveSession::silence(CandidateNumber candidate) const {
    const auto heard = contacts_.last_heard(candidate);
    if (!heard) return std::nullopt;
    return ports_.clock.boot_now() - *heard;
}

AnswerReceipt LiveSession::receipt(CandidateNumber candidate, int number) const {
    const auto found = answers_.find({candidate, number});
    PREAU_CHECK(found != answers_.end());
    AnswerReceipt receipt{found->second, std::nullopt};
    if (writer_)
        receipt.signature = {writer_->position().epoch,
                             writer_->epoch_key().sign(receipt_statement(row_.id, receipt.answer))};
    return receipt;
}

std::optional<CandidateReceipt> LiveSession::candidate_receipt(CandidateNumber candidate) const {
    const auto* statement = statements_.of(candidate);
    if (statement == nullptr) return std::nullopt;
    const auto* bytes = signed_receipts_.find(candidate);
    return CandidateReceipt{*statement, bytes ? std::optional(*bytes) : std::nullopt};
}

void LiveSession::put_draft(CandidateNumber candidate, store::Draft draft) {
    drafts_.put(candidate, std::move(draft));
}

void LiveSession::keep(store::Convenience& convenience) {
    for (const auto candidate : signed_receipts_.unwritten())
        convenience.put_receipt({row_.id, candidate}, *signed_receipts_.find(candidate));
    signed_receipts_.all_written();
    for (const auto candidate : drafts_.unwritten()) {
        const auto* draft = drafts_.find(candidate);
        if (draft != nullptr)
            convenience.put_draft({row_.id, candidate}, *draft);
        else
            convenience.erase_draft({row_.id, candidate});
    }
    drafts_.all_written();
    if (sealed() && !std::exchange(drafts_erased_, true)) convenience.erase_drafts(row_.id);
}

void LiveSession::take_back(const store::Convenience& convenience) {
    for (const auto& [number, candidate] : state_.candidates) {
        const auto* statement = statements_.of(number);
        const auto* receipt = convenience.receipt({row_.id, number});
        if (statement && receipt &&
            std::ranges::equal(seal::encode(*statement), std::span(*receipt).first<82>()))
            signed_receipts_.read(number, *receipt);
        const auto* draft = convenience.draft({row_.id, number});
        if (draft && !sealed()) drafts_.read(number, *draft);
    }
}

std::vector<record::Entry> LiveSession::take_staged() { return std::exchange(staged_, {}); }
std::set<CandidateNumber> LiveSession::take_changed() { return std::exchange(changed_, {}); }

}  // namespace preau::room
