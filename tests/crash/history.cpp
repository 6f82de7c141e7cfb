// SPDX-License-Identifier: Apache-2.0
#include "crash/history.hpp"

#include "base/check.hpp"
#include "base/random.hpp"
#include "exam/apply.hpp"
#include "record/chain_writer.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

namespace preau::crash {

namespace {

namespace event = exam::event;

constexpr std::uint32_t kCandidates = 3;
constexpr int kQuestions = 9;
constexpr std::size_t kEventsBetweenCheckpoints = 16;
constexpr std::string_view kBox = "BOX-CRASH";

class SeededEntropy : public Entropy {
  public:
    explicit SeededEntropy(std::uint64_t seed) : random_(seed) {}
    void fill(std::span<std::uint8_t> out) override {
        for (auto& byte : out) byte = static_cast<std::uint8_t>(random_.next());
    }

  private:
    SplitMix64 random_;
};

/// Writes one session's records and folds the model beside them.
class Scribe {
  public:
    Scribe(std::size_t index, std::uint64_t seed)
        : random_(seed), entropy_(seed + 1), box_key_(box_key()) {
        const std::string authorisation = fmt::format("authorisation of session {}", index);
        history_.row = {.id = {},
                        .number = fmt::format("10{}", index),
                        .authorisation = authorisation,
                        .roster = fmt::format("roster of session {}", index),
                        .password_hash = "hash"};
        history_.row.id.bytes.fill(static_cast<std::uint8_t>(index + 1));
        history_.trust = {.session = history_.row.id,
                          .authorisation = seal::sha256(as_bytes(authorisation)),
                          .boxes = {{std::string(kBox), box_key_.public_key()}}};
        position_.head = history_.trust.authorisation;
        history_.states.emplace_back();
    }

    SessionHistory write() && {
        start_box();
        open_session();
        for (int number = 1; number <= kQuestions; ++number) {
            if (number == kQuestions / 2) start_box();
            for (std::uint32_t n = 1; n <= kCandidates; ++n) ask_and_answer({n}, number);
        }
        for (std::uint32_t n = 1; n <= kCandidates; ++n)
            happens(event::TestFinished{{n}, exam::FinishReason::completed});
        return std::move(history_);
    }

  private:
    static seal::SigningKey box_key() {
        ByteArray<32> seed{};
        seed.fill(7);
        return seal::SigningKey::from_seed(seed);
    }

    void start_box() {
        if (writer_) position_ = writer_->position();
        writer_.emplace(history_.row.id, position_,
                        record::BoxIdentity{std::string(kBox), box_key_, "laboratory"}, entropy_);
        now_ = {.boot = {0}, .wall = {1'790'000'000'000}, .quality = ClockQuality::rtc};
        keep(writer_->start_epoch(now_));
    }

    void open_session() {
        exam::SessionSheet sheet;
        sheet.number = history_.row.number;
        sheet.pack = "demo";
        happens(event::SessionOpened{sheet});
        happens(event::InvigilatorEntered{token()});
        for (std::uint32_t n = 1; n <= kCandidates; ++n) {
            exam::Enrolment enrolment;
            enrolment.candidate = {n};
            enrolment.identity = {"Martin", fmt::format("Élève {}", n), "2010-05-01"};
            happens(event::CandidateEnrolled{enrolment});
            happens(event::CandidateJoined{{n}, token()});
            happens(event::PresenceConfirmed{{n}});
            happens(event::TestStarted{{n}, 1000 + random_.below(9000)});
        }
    }

    void ask_and_answer(CandidateNumber candidate, int number) {
        const auto item = fmt::format("item-{:03}", number);
        happens(event::QuestionAsked{candidate, number, item, 1.5, -0.25, 1});
        event::AnswerRecorded answer{};
        answer.candidate = candidate;
        answer.number = number;
        answer.item = item;
        entropy_.fill(answer.command.bytes);
        // One answer in seven is long enough to spill out of its page.
        const std::size_t length = number == 7 ? 3000 : 8;
        for (std::size_t i = 0; i < length; ++i)
            answer.value.push_back(static_cast<char>('a' + random_.below(26)));
        answer.status = answers::Status::ok;
        answer.capacity = 0.5;
        answer.error_rate = 0.75;
        happens(answer);
    }

    void happens(const exam::Event& event) {
        now_.boot = now_.boot + milliseconds(250);
        now_.wall = now_.wall + milliseconds(250);
        const exam::Stamp stamp{writer_->tick(now_), now_.wall};
        const auto entry = writer_->event(event, now_);
        model_ = exam::apply(std::move(model_), event, stamp);
        keep(entry);
        if (++events_ % kEventsBetweenCheckpoints == 0) keep(writer_->checkpoint(now_));
    }

    void keep(record::Entry entry) {
        history_.entries.push_back(std::move(entry));
        history_.states.push_back(model_);
    }

    Hash token() {
        Hash hash{};
        entropy_.fill(hash);
        return hash;
    }

    SplitMix64 random_;
    SeededEntropy entropy_;
    seal::SigningKey box_key_;
    record::Position position_;
    std::optional<record::ChainWriter> writer_;
    record::Moment now_;
    exam::Session model_;
    SessionHistory history_;
    std::size_t events_ = 0;
};

}  // namespace

History make_history(std::uint64_t seed) {
    return {Scribe(0, seed).write(), Scribe(1, seed + 100).write()};
}

}  // namespace preau::crash
