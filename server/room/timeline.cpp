// SPDX-License-Identifier: Apache-2.0
#include "room/timeline.hpp"

#include "exam/words.hpp"

#include <algorithm>
#include <optional>

namespace preau::room {

namespace {

namespace event = exam::event;
using record::Type;

using Shown = std::optional<Occurrence>;

/// What an event says besides its type, instant and author; nothing for one that no timeline shows.
struct Details {
    Shown operator()(const event::SessionOpened&) const { return std::nullopt; }
    Shown operator()(const event::CandidateEnrolled&) const { return std::nullopt; }
    Shown operator()(const event::InvigilatorEntered&) const { return std::nullopt; }
    Shown operator()(const event::CandidateEnrolledLate&) const { return std::nullopt; }
    Shown operator()(const event::WindowOverridden&) const { return std::nullopt; }
    Shown operator()(const event::SecondCopyAttached&) const { return std::nullopt; }
    Shown operator()(const event::SecondCopyLost&) const { return std::nullopt; }
    Shown operator()(const event::SecondCopyWaived&) const { return std::nullopt; }
    Shown operator()(const event::SessionFinalised&) const { return std::nullopt; }
    Shown operator()(const event::SessionMinuted&) const { return std::nullopt; }
    Shown operator()(const event::CandidateMinuted&) const { return std::nullopt; }
    Shown operator()(const event::ResultDecided&) const { return std::nullopt; }
    Shown operator()(const event::QuestionAsked&) const { return std::nullopt; }
    Shown operator()(const event::DisplayChosen&) const { return std::nullopt; }

    Shown operator()(const event::CandidateJoined& e) const { return arrival(e.arrival); }
    Shown operator()(const event::ResumeRequested& e) const { return arrival(e.arrival); }
    Shown operator()(const event::LockdownObserved& e) const {
        Occurrence shown;
        shown.words = {std::string(exam::word(e.lockdown.kind))};
        shown.text = e.lockdown.version;
        return shown;
    }
    Shown operator()(const event::PresenceConfirmed& e) const {
        Occurrence shown;
        if (!e.one_by_one) shown.words = {"everybody"};
        return shown;
    }
    Shown operator()(const event::QuestionOpened& e) const { return at(e.number); }
    Shown operator()(const event::FocusLost& e) const { return at(e.number); }
    Shown operator()(const event::AnswerRecorded& e) const { return at(e.number); }
    Shown operator()(const event::ReportRaised& e) const { return at(e.number, e.reason); }
    Shown operator()(const event::ReportAccepted& e) const { return at(e.number, e.category); }
    Shown operator()(const event::ReportRefused& e) const { return at(e.number); }
    Shown operator()(const event::TimeAdded& e) const {
        Occurrence shown;
        shown.minutes = e.added.ms / minutes(1).ms;
        shown.text = e.reason;
        return shown;
    }
    Shown operator()(const event::InterruptionRuled& e) const {
        Occurrence shown;
        shown.words = {e.granted ? "granted" : "withdrawn"};
        return shown;
    }
    Shown operator()(const event::MessageSent& e) const {
        Occurrence shown;
        shown.text = e.text;
        return shown;
    }
    Shown operator()(const event::IncidentNoted& e) const {
        Occurrence shown;
        shown.words = {std::string(exam::word(e.category))};
        shown.text = e.description;
        return shown;
    }
    Shown operator()(const event::TestFinished& e) const {
        Occurrence shown;
        shown.words = {std::string(exam::word(e.reason))};
        if (e.abort_reason) shown.words.emplace_back(exam::word(*e.abort_reason));
        shown.text = e.note;
        return shown;
    }
    Shown operator()(const auto&) const { return Occurrence{}; }

    static Occurrence at(int question) {
        Occurrence shown;
        shown.question = question;
        return shown;
    }
    static Occurrence at(int question, auto word) {
        auto shown = at(question);
        shown.words = {std::string(exam::word(word))};
        return shown;
    }
    static Occurrence arrival(const exam::Arrival& arrival) {
        Occurrence shown;
        shown.words = {std::string(exam::word(arrival.way))};
        shown.text = arrival.seat;
        return shown;
    }
};

bool repeats(Type type) {
    return type == Type::contact_lost || type == Type::contact_regained ||
           type == Type::lockdown_observed;
}

}  // namespace

void Timeline::note(const exam::Event& event, WallTime at) {
    auto occurrence = std::visit(Details{}, event);
    if (!occurrence) return;
    occurrence->at = at;
    occurrence->what = record::type_of(event);
    occurrence->by = exam::by_of(event).invigilator;
    auto& lines = lines_[exam::candidate_of(event)];
    if (lines.size() == kOccurrencesMax) make_place(lines);
    lines.push_back({next_++, std::move(*occurrence)});
}

void Timeline::make_place(Lines& lines) {
    const auto repeated =
        std::ranges::find_if(lines, [](const Line& line) { return repeats(line.occurrence.what); });
    lines.erase(repeated == lines.end() ? lines.begin() : repeated);
}

std::vector<Occurrence> Timeline::of(CandidateNumber candidate) const {
    std::vector<const Line*> found;
    for (const auto number : {CandidateNumber{}, candidate})
        if (const auto lines = lines_.find(number); lines != lines_.end())
            for (const auto& line : lines->second) found.push_back(&line);
    std::ranges::sort(found, {}, &Line::order);
    std::vector<Occurrence> occurrences;
    for (const auto* line : found) occurrences.push_back(line->occurrence);
    return occurrences;
}

}  // namespace preau::room
