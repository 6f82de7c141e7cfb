// SPDX-License-Identifier: Apache-2.0
#include "record/rescore.hpp"

#include "exam/next_question.hpp"

#include <fmt/format.h>

namespace preau::record {

namespace {

/// One candidate's test, played again question by question.
class Replayed {
  public:
    Replayed(const exam::Candidate& recorded, const exam::Content& content)
        : recorded_(recorded), content_(content), played_(recorded) {
        played_.questions.clear();
        capacity_ = content.version.configuration.default_candidate_capacity;
    }

    std::vector<std::string> differences() {
        for (const auto& question : recorded_.questions) {
            play(question);
            if (!differences_.empty()) break;  // what follows depends on it
        }
        if (differences_.empty()) check_end();
        return std::move(differences_);
    }

  private:
    void play(const exam::Question& question) {
        const auto expected =
            exam::choose_question(recorded_.enrolment.candidate, recorded_.seed,
                                  exam::answered_items(played_, content_), capacity_, content_);
        if (!expected || expected->item != question.item || expected->number != question.number ||
            expected->discriminant != question.discriminant ||
            expected->difficulty != question.difficulty || expected->rank != question.rank)
            return differ(question, "the rules ask another question");
        auto open = question;
        open.answer.reset();
        played_.questions.push_back(open);
        if (question.answer) check(question, *question.answer);
        played_.questions.back() = question;
    }

    void check(const exam::Question& question, const exam::Answer& answer) {
        const auto status = exam::status_of(played_, answer.value, content_);
        if (status != answer.status) return differ(question, "the answer has another status");
        const auto estimate = exam::estimate_with(played_, status == answers::Status::ok, content_);
        if (estimate.capacity != answer.capacity || estimate.error_rate != answer.error_rate)
            return differ(question, "the capacity comes out otherwise");
        capacity_ = estimate.capacity;
    }

    /// A test is complete when it has its length, exhausted when the rules find no more question.
    void check_end() {
        if (!recorded_.outcome) return;
        const auto reason = recorded_.outcome->reason;
        const bool complete =
            recorded_.answers() == content_.version.configuration.maximum_assessment_length;
        if (complete != (reason == exam::FinishReason::completed))
            differences_.push_back("the test did not end for that reason");
        if (reason == exam::FinishReason::exhausted &&
            exam::choose_question(recorded_.enrolment.candidate, recorded_.seed,
                                  exam::answered_items(played_, content_), capacity_, content_))
            differences_.push_back("the rules had a question left");
    }

    void differ(const exam::Question& question, std::string_view what) {
        differences_.push_back(fmt::format("question {}: {}", question.number, what));
    }

    const exam::Candidate& recorded_;
    const exam::Content& content_;
    exam::Candidate played_;
    double capacity_ = 0;
    std::vector<std::string> differences_;
};

std::optional<exam::AbortReason> reason_of(const exam::Session& session,
                                           CandidateNumber candidate) {
    const auto found = session.abort_reasons.find(candidate);
    return found == session.abort_reasons.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::vector<Discrepancy> rescore(const exam::Session& session, const exam::Content& content) {
    std::vector<Discrepancy> all;
    for (const auto& [number, candidate] : session.candidates) {
        for (auto& what : Replayed(candidate, content).differences())
            all.push_back({number, std::move(what)});
        const auto result = session.results.find(number);
        const bool started = !candidate.questions.empty();
        const bool has_result = result != session.results.end();
        if (!session.finalised) continue;
        if (has_result && !started)
            all.push_back({number, "a result without a test"});
        else if (started && !has_result)
            all.push_back({number, "the result is missing"});
        else if (started &&
                 result->second != exam::score_test(candidate, reason_of(session, number), content))
            all.push_back({number, "the result comes out otherwise"});
    }
    return all;
}

}  // namespace preau::record
