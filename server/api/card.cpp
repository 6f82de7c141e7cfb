// SPDX-License-Identifier: Apache-2.0
#include "api/card.hpp"

#include "api/candidate_view.hpp"
#include "api/card_signs.hpp"
#include "api/question_view.hpp"
#include "base/limits.hpp"
#include "exam/report_categories.hpp"
#include "exam/words.hpp"
#include "pack/words.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace preau::api {

namespace {

using exam::Candidate;
using exam::Phase;
using json::Object;

Surroundings surroundings(const room::LiveSession& session, const Candidate& candidate) {
    const auto number = candidate.enrolment.candidate;
    return {.silent = session.is_silent(number),
            .namesake = session.has_namesake(number),
            .lockdown = session.state().sheet.lockdown};
}

bool started(const Candidate& candidate) {
    return candidate.phase == Phase::in_progress || candidate.phase == Phase::finished;
}

json::Array flags_view(const Candidate& candidate, const Surroundings& around) {
    json::Array words;
    for (const auto flag : flags(candidate, around)) words.push_back(flag);
    return words;
}

/// The report that waits to be settled, with what it may be filed under; null when there is none.
json::Value report_view(const room::LiveSession& session, const Candidate& candidate) {
    if (session.sealed()) return nullptr;  // nobody settles it any more, and its pack is shut
    const auto* asked = candidate.current();
    const auto* report = asked == nullptr ? nullptr : asked->open_report();
    if (report == nullptr) return nullptr;
    json::Array categories;
    const auto& conduct = session.content().conduct_of(asked->item);
    for (const auto category : exam::offered_categories(conduct, candidate.enrolment))
        categories.push_back(exam::word(category));
    return Object{{"number", asked->number},
                  {"reason", exam::word(report->reason)},
                  {"kind", pack::word(question_of(session, asked->item).kind)},
                  {"categories", std::move(categories)}};
}

/// Of an authorisation to start that has not been used yet; null otherwise.
json::Value authorised_left(const room::LiveSession& session, const Candidate& candidate) {
    if (candidate.phase != Phase::authorised) return nullptr;
    const Duration valid{limits::authorisation_ms_max};
    const auto left = valid - (session.now() - candidate.authorised_at);
    return std::max(left, Duration{}).ms;
}

json::Value abort_reason(const room::LiveSession& session, const Candidate& candidate) {
    const auto& all = session.state().abort_reasons;
    const auto found = all.find(candidate.enrolment.candidate);
    if (found != all.end()) return exam::word(found->second);
    if (candidate.outcome && candidate.outcome->abort_reason)
        return exam::word(*candidate.outcome->abort_reason);
    return nullptr;
}

/// The lost contact that waits for a ruling; null when there is none.
json::Value interruption_to_rule(const room::LiveSession& session, const Candidate& candidate) {
    const int number = unruled_interruption(candidate);
    if (number == 0) return nullptr;
    const auto& interruption = candidate.interruptions.at(static_cast<std::size_t>(number - 1));
    return Object{{"number", number},
                  {"began_at", to_iso8601(session.wall_of(interruption.began))},
                  {"lasted_ms", interruption.lasted.ms}};
}

template <class T, class View>
json::Value or_null(const std::optional<T>& value, View view) {
    return value ? json::Value(view(*value)) : json::Value();
}

/// Who the candidate is.
Object identity_view(const exam::Enrolment& enrolment) {
    return {{"number", enrolment.candidate.value},
            {"last_name", enrolment.identity.last_name},
            {"first_name", enrolment.identity.first_name},
            {"birthdate", enrolment.identity.birthdate},
            {"group", enrolment.group},
            {"extra_time_percent", enrolment.extra_time_percent}};
}

/// Where the candidate sits.
Object seat_view(const room::LiveSession& session, const Candidate& candidate) {
    return {{"seat", candidate.seat},
            {"way", exam::word(candidate.way)},
            {"lockdown", Object{{"kind", exam::word(candidate.lockdown.kind)},
                                {"version", candidate.lockdown.version}}},
            {"seen_ms", or_null(session.silence(candidate.enrolment.candidate),
                                [](Duration silence) { return silence.ms; })}};
}

/// What the invigilator may have to do.
Object attention_view(const room::LiveSession& session, const Candidate& candidate) {
    const auto around = surroundings(session, candidate);
    return {{"phase", exam::word(candidate.phase)},
            {"urgency", or_null(urgency(candidate, around), std::identity{})},
            {"flags", flags_view(candidate, around)},
            {"report", report_view(session, candidate)},
            {"interruption", interruption_to_rule(session, candidate)},
            {"incidents", candidate.incidents.size()},
            {"authorised_left_ms", authorised_left(session, candidate)}};
}

/// How far the test is.
Object progress_view(const room::LiveSession& session, const Candidate& candidate) {
    return {{"answered", candidate.answers()},
            {"question_count", session.content().version.configuration.maximum_assessment_length},
            {"clock", clock_view(session, candidate)},
            {"added_ms", candidate.timing.added.ms},
            {"started_at",
             started(candidate) ? json::Value(to_iso8601(candidate.started_at)) : json::Value()},
            {"ends_at", or_null(session.end_of(candidate), to_iso8601)},
            {"finish_reason",
             or_null(candidate.outcome,
                     [](const exam::Outcome& outcome) { return exam::word(outcome.reason); })},
            {"needs_abort_reason", exam::needs_abort_reason(candidate)},
            {"abort_reason", abort_reason(session, candidate)}};
}

}  // namespace

json::Value card(const room::LiveSession& session, const Candidate& candidate) {
    auto card = identity_view(candidate.enrolment);
    for (auto part : {seat_view(session, candidate), attention_view(session, candidate),
                      progress_view(session, candidate)})
        std::ranges::move(part, std::back_inserter(card));
    return card;
}

json::Object counts(const room::LiveSession& session) {
    const auto& candidates = session.state().candidates;
    const auto in = [&](Phase phase) {
        return std::ranges::count_if(
            candidates, [&](const auto& entry) { return entry.second.phase == phase; });
    };
    const auto to_handle = std::ranges::count_if(candidates, [&](const auto& entry) {
        return urgency(entry.second, surroundings(session, entry.second)).has_value();
    });
    return Object{{"enrolled", candidates.size()},
                  {"absent", in(Phase::absent)},
                  {"present", in(Phase::present)},
                  {"authorised", in(Phase::authorised)},
                  {"in_progress", in(Phase::in_progress)},
                  {"finished", in(Phase::finished)},
                  {"to_handle", to_handle}};
}

}  // namespace preau::api
