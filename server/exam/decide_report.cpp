// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_report.hpp"

#include "exam/decide_question.hpp"
#include "exam/next_question.hpp"
#include "exam/report_categories.hpp"

#include <algorithm>

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

bool was_set_aside(const Candidate& candidate, const std::string& item) {
    return std::ranges::any_of(candidate.questions, [&](const Question& question) {
        return question.item == item && question.set_aside();
    });
}

}  // namespace

Decision raise_report(const Session& session, const command::RaiseReport& c,
                      const Context& context) {
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (was_set_aside(*candidate, c.item)) return Events{};
    if (const auto no =
            refused_at_question(session, *candidate, Act::raise_report, c.number, c.item))
        return fail(*no);
    const auto& current = *candidate->current();
    if (is_closed_by_time(*candidate, context)) return fail(Refusal::test_ended);
    if (current.open_report() != nullptr) return Events{};
    return happens(*candidate, event::ReportRaised{c.candidate, c.number, c.reason});
}

Decision settle_report(const Session& session, const command::SettleReport& c,
                       const Context& context) {
    if (session.finalised) return fail(Refusal::session_closed);
    const auto* candidate = session.find(c.candidate);
    if (candidate == nullptr) return fail(Refusal::candidate_unknown);
    if (const auto no = refused(Act::settle_report, candidate->phase)) return fail(*no);
    const auto* current = candidate->current();
    if (current == nullptr || current->open_report() == nullptr)
        return fail(Refusal::nothing_to_settle);
    if (!c.accept) return Events{event::ReportRefused{c.candidate, current->number, c.by}};
    const auto offered =
        offered_categories(context.content.conduct_of(current->item), candidate->enrolment);
    if (std::ranges::find(offered, c.category) == offered.end())
        return fail(Refusal::category_not_offered);
    auto without = *candidate;
    without.questions.back().reports.back().state = Report::State::accepted;
    return Events{event::ReportAccepted{c.candidate, current->number, c.category, c.by},
                  what_follows(session, without, context.content)};
}

}  // namespace preau::exam
