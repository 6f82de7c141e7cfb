// SPDX-License-Identifier: Apache-2.0
#include "sim/journal_facts.hpp"

#include "answers/examine.hpp"
#include "exam/words.hpp"
#include "record/header.hpp"
#include "sim/room_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::sim {

namespace {

/// Reads along with record's reader. The running time is added up here once more, from the headers
/// alone: each epoch goes on where the one before it ended.
class FactsReader {
  public:
    explicit FactsReader(const Stage& stage) : stage_(stage), reader_(stage.trust()) {
        reader_.watch(
            [this](const exam::Fact& fact, const record::Header& header, const Hash& leaf) {
                const auto& event = fact.event;
                time_.note(event, tick_);
                rules_.note(event);
                rules_.compare(reader_.session(), time_, tick_);
                if (const auto* joined = std::get_if<exam::event::CandidateJoined>(&event))
                    note_device(joined->candidate);
                if (const auto* released = std::get_if<exam::event::SeatReleased>(&event))
                    seated_.erase(released->candidate);
                if (const auto* asked = std::get_if<exam::event::QuestionAsked>(&event))
                    item_[asked->candidate] = asked->item;
                if (const auto* opened = std::get_if<exam::event::QuestionOpened>(&event))
                    note_opening(*opened);
                if (const auto* lost = std::get_if<exam::event::FocusLost>(&event))
                    note_focus_lost(*lost);
                if (const auto* answer = std::get_if<exam::event::AnswerRecorded>(&event))
                    note_answer(*answer, header, leaf);
            });
    }

    Result<void> read(const record::Entry& entry) {
        const auto header = record::decode(entry.header);
        if (!header) return fail(header.error());
        if (header->epoch != epoch_) epoch_began_ = tick_;
        epoch_ = header->epoch;
        tick_ = epoch_began_ + header->since_epoch;
        if (auto read = reader_.read(entry); !read) return read;
        facts_.kinds.emplace(record::name(*reader_.last_type()));
        return reader_.last_type() == record::Type::epoch_start ? note_key(entry) : Result<void>{};
    }

    JournalFacts take() {
        facts_.last_type = reader_.last_type();
        facts_.acts = rules_.acts();
        facts_.reported = rules_.reported();
        facts_.last_tick = tick_;
        facts_.session = std::move(reader_).take_session();
        for (const auto& [number, candidate] : facts_.session.candidates)
            if (candidate.outcome) facts_.kinds.emplace(exam::word(candidate.outcome->reason));
        return std::move(facts_);
    }

  private:
    void note_answer(const exam::event::AnswerRecorded& answer, const record::Header& header,
                     const Hash& leaf) {
        const auto& version = stage_.pack.certification_version;
        const auto& timing = reader_.session().find(answer.candidate)->timing;
        const auto worked = time_.worked(answer.candidate, tick_);
        const auto expected = expected_status(answer, worked);
        if (answer.status != expected)
            violate(answer.candidate, fmt::format("answer {} is {} and should be {}", answer.number,
                                                  exam::word(answer.status), exam::word(expected)));
        facts_.kinds.emplace(exam::word(answer.status));
        const auto allotted = exam::allotted(timing, minutes(version.assessment_duration_minutes));
        facts_.answers.push_back(
            {answer.command,
             {answer.candidate.value, answer.number, answer.item, answer.value},
             {header.epoch, header.sequence, leaf, tick_},
             allotted - worked});
    }

    void note_opening(const exam::event::QuestionOpened& opened) {
        facts_.opened.emplace(opened.candidate.value, item_[opened.candidate]);
        const auto worked = time_.worked(opened.candidate, tick_);
        if (!opened_.emplace(std::pair{opened.candidate, item_[opened.candidate]}, worked).second)
            violate(opened.candidate, fmt::format("question {} is opened twice", opened.number));
    }

    void note_focus_lost(const exam::event::FocusLost& lost) {
        const bool is_first =
            facts_.looked_away.emplace(lost.candidate.value, item_[lost.candidate]).second;
        if (!is_first || !opened_.contains({lost.candidate, item_[lost.candidate]}))
            violate(lost.candidate, fmt::format("question {} is left out of turn", lost.number));
    }

    /// The rule of the statuses once more, with the time added up here.
    answers::Status expected_status(const exam::event::AnswerRecorded& answer, Duration worked) {
        using answers::Status;
        const auto& pack = stage_.pack;
        const auto found = std::ranges::find(pack.items, answer.item, &adaptive::Item::id);
        const auto index = static_cast<std::size_t>(found - pack.items.begin());
        const auto& question = pack.questions.at(index);
        if (answer.value == answers::kSkipped) return Status::aband;
        if (answers::validate(pack.keys.at(index), answer.value) != Status::ok) return Status::ko;
        if (question.timer_seconds == 0 && !question.focus) return Status::ok;
        const auto opened = opened_.find({answer.candidate, answer.item});
        if (opened == opened_.end()) violate(answer.candidate, "answers a closed question");
        if (opened == opened_.end()) return Status::ko;
        if (facts_.looked_away.contains({answer.candidate.value, answer.item}))
            return Status::focused_out;
        const auto limit = seconds(question.timer_seconds) + seconds(2);
        const bool is_timed = question.timer_seconds > 0;
        return is_timed && worked - opened->second > limit ? Status::timedout : Status::ok;
    }

    /// Only the invigilator moves a test that is not over from one device to another.
    void note_device(CandidateNumber candidate) {
        const bool is_over = reader_.session().find(candidate)->phase == exam::Phase::finished;
        if (!seated_.insert(candidate).second && !is_over)
            violate(candidate, "another device takes over without the invigilator");
    }

    void violate(CandidateNumber candidate, std::string_view what) {
        facts_.violations.push_back(fmt::format("candidate {}: {}", candidate.value, what));
    }

    Result<void> note_key(const record::Entry& entry) {
        const auto epoch = record::verify_epoch(as_text(entry.payload), stage_.trust().boxes);
        if (!epoch) return fail(epoch.error());
        facts_.epoch_keys[epoch->number] = epoch->key;
        return {};
    }

    const Stage& stage_;
    record::ChainReader reader_;
    JournalFacts facts_;
    TimeAccount time_;
    RoomRules rules_{stage_, facts_.violations};
    std::map<CandidateNumber, std::string> item_;  ///< that is asked
    std::set<CandidateNumber> seated_;
    std::map<std::pair<CandidateNumber, std::string>, Duration> opened_;  ///< by work before it
    std::uint32_t epoch_ = 0;
    Tick epoch_began_;
    Tick tick_;
};

}  // namespace

Result<JournalFacts> read_facts(const Stage& stage, const std::vector<record::Entry>& entries) {
    FactsReader reader(stage);
    for (const auto& entry : entries)
        if (auto read = reader.read(entry); !read) return fail(std::move(read.error()));
    return reader.take();
}

}  // namespace preau::sim
