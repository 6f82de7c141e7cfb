// SPDX-License-Identifier: Apache-2.0
#include "record/rescore.hpp"

#include "answers/examine.hpp"
#include "exam/decide.hpp"
#include "exam/holds.hpp"
#include "exam/next_question.hpp"
#include "exam/report_categories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace preau::record {

namespace {

namespace event = exam::event;

/// What the rules say of one event, in the state before it: what is wrong with it, or nothing.
class Rules {
  public:
    Rules(const exam::Session& session, const exam::Content& content, Tick now)
        : session_(session), context_{content, now} {}

    std::string operator()(const event::QuestionAsked& e) const {
        if (of(e.candidate).current() != nullptr)
            return fmt::format("question {}: asked while another one waits", e.number);
        const auto expected = exam::choose_question(session_, of(e.candidate), context_.content);
        if (expected && *expected == e) return {};
        return fmt::format("question {}: the rules ask another question", e.number);
    }
    std::string operator()(const event::TestStarted& e) const {
        if (session_.paused) return "the test started in a paused room";
        if (exam::lacks_lockdown(of(e.candidate), session_.sheet.lockdown))
            return "the test started without the lockdown that the session requires";
        return {};
    }
    std::string operator()(const event::ReportAccepted& e) const {
        const auto offered =
            exam::offered_categories(conduct_of(e.candidate), of(e.candidate).enrolment);
        if (std::ranges::find(offered, e.category) != offered.end()) return {};
        return fmt::format("question {}: no report can be filed so", e.number);
    }
    std::string operator()(const event::QuestionOpened& e) const {
        if (of(e.candidate).held()) return fmt::format("question {}: opened while held", e.number);
        if (conduct_of(e.candidate).must_be_opened()) return {};
        return fmt::format("question {}: opened, which it did not need", e.number);
    }
    std::string operator()(const event::FocusLost& e) const {
        if (conduct_of(e.candidate).focus) return {};
        return fmt::format("question {}: its page may be left", e.number);
    }
    std::string operator()(const event::AnswerRecorded& e) const {
        const auto& candidate = of(e.candidate);
        if (candidate.held()) return fmt::format("question {}: answered while held", e.number);
        const bool is_open =
            candidate.current()->opening || !conduct_of(e.candidate).must_be_opened();
        if (!is_open && e.value != answers::kSkipped)
            return fmt::format("question {}: answered without being opened", e.number);
        const auto expected = exam::judge(candidate, e.value, context_.now, context_.content);
        if (expected.status != e.status)
            return fmt::format("question {}: the answer has another status", e.number);
        if (expected.capacity != e.capacity || expected.error_rate != e.error_rate)
            return fmt::format("question {}: the capacity comes out otherwise", e.number);
        return {};
    }
    /// The title is no rule's; what the candidates' minutes say was compared when they were read.
    std::string operator()(const event::SessionMinuted& e) const {
        auto expected = exam::minutes_of(context_.content);
        expected.pack_title = e.minutes.pack_title;
        return e.minutes == expected ? "" : "the minutes state another certification version";
    }
    std::string operator()(const event::DeadlinePassed& e) const {
        return exam::deadline_reached(of(e.candidate), context_) ? "" : "the time was not over";
    }
    std::string operator()(const event::TestFinished& e) const {
        return ends_so(of(e.candidate), e.reason) ? "" : "the test did not end for that reason";
    }
    std::string operator()(const event::ResultDecided& e) const {
        const auto& candidate = of(e.candidate);
        if (candidate.questions.empty()) return "a result without a test";
        const auto expected =
            exam::score_test(candidate, abort_reason(e.candidate), context_.content);
        return expected == e.result ? "" : "the result comes out otherwise";
    }
    /// What people and devices did is as the journal says.
    std::string operator()(const auto&) const { return {}; }

  private:
    const exam::Candidate& of(CandidateNumber number) const { return *session_.find(number); }
    const exam::Conduct& conduct_of(CandidateNumber number) const {
        return context_.content.conduct_of(of(number).current()->item);
    }
    std::optional<exam::AbortReason> abort_reason(CandidateNumber number) const {
        const auto found = session_.abort_reasons.find(number);
        return found == session_.abort_reasons.end() ? std::nullopt : std::optional(found->second);
    }

    /// A test is complete when it has its length, exhausted when the rules find no more question;
    /// any other end leaves a question without answer.
    bool ends_so(const exam::Candidate& candidate, exam::FinishReason reason) const {
        using exam::FinishReason;
        const bool in_hand = candidate.current() != nullptr;
        if (reason == FinishReason::time)
            return in_hand && exam::deadline_reached(candidate, context_);
        if (reason == FinishReason::finalised)
            return in_hand && !candidate.held(exam::Hold::report);
        if (reason == FinishReason::ended_by_invigilator) return in_hand;
        if (in_hand) return false;
        const auto next = exam::choose_question(session_, candidate, context_.content);
        const auto why = reason == FinishReason::completed
                             ? adaptive::NoQuestion::test_complete
                             : adaptive::NoQuestion::lack_of_questions;
        return !next && next.error() == why;
    }

    const exam::Session& session_;
    exam::Context context_;
};

/// Of a finalised session, the tests that were scored by nobody.
void look_for_results(const exam::Session& session, std::vector<Discrepancy>& all) {
    for (const auto& [number, candidate] : session.candidates)
        if (session.finalised && !candidate.questions.empty() && !session.results.contains(number))
            all.push_back({number, "the result is missing"});
}

}  // namespace

std::vector<Discrepancy> rescore(std::span<const exam::Fact> history,
                                 const exam::Content& content) {
    std::vector<Discrepancy> all;
    std::set<CandidateNumber> disputed;
    exam::Session session;
    for (const auto& [event, stamp] : history) {
        const auto candidate = exam::candidate_of(event);
        auto what = disputed.contains(candidate)
                        ? std::string()
                        : std::visit(Rules(session, content, stamp.tick), event);
        if (!what.empty()) {
            all.push_back({candidate, std::move(what)});
            disputed.insert(candidate);
        }
        session = exam::apply(std::move(session), event, stamp);
    }
    look_for_results(session, all);
    return all;
}

}  // namespace preau::record
