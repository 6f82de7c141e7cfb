// SPDX-License-Identifier: Apache-2.0
#include "room/timeline.hpp"

#include "exam/words.hpp"

#include <algorithm>
#include <optional>

namespace preau::room {

namespace {

namespace event = exam::event;
using record::Type;

/// What an event says besides its type; nothing for one that no timeline shows.
struct Details {
    std::optional<Occurrence> operator()(const event::SessionOpened&) const { return std::nullopt; }
    std::optional<Occurrence> operator()(const event::CandidateEnrolled&) const {
        return std::nullopt;
    }
    std::optional<Occurrence> operator()(const event::InvigilatorEntered&) const {
        return std::nullopt;
    }
    std::optional<Occurrence> operator()(const event::SessionFinalised&) const {
        return std::nullopt;
    }
    std::optional<Occurrence> operator()(const event::ResultDecided&) const { return std::nullopt; }
    std::optional<Occurrence> operator()(const event::QuestionAsked&) const { return std::nullopt; }
    std::optional<Occurrence> operator()(const event::QuestionOpened& e) const {
        return at(e.number);
    }
    std::optional<Occurrence> operator()(const event::FocusLost& e) const { return at(e.number); }
    std::optional<Occurrence> operator()(const event::AnswerRecorded& e) const {
        return at(e.number);
    }
    std::optional<Occurrence> operator()(const event::TestFinished& e) const {
        Occurrence occurrence;
        occurrence.word = exam::word(e.reason);
        return occurrence;
    }
    std::optional<Occurrence> operator()(const auto&) const { return Occurrence{}; }

    static Occurrence at(int question) {
        Occurrence occurrence;
        occurrence.question = question;
        return occurrence;
    }
};

bool repeats(Type type) { return type == Type::contact_lost || type == Type::contact_regained; }

}  // namespace

void Timeline::note(const exam::Event& event, WallTime at) {
    auto occurrence = std::visit(Details{}, event);
    if (!occurrence) return;
    occurrence->at = at;
    occurrence->what = record::type_of(event);
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
