// SPDX-License-Identifier: Apache-2.0
#include "sim/room_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::sim {

namespace event = exam::event;

void RoomRules::note(const exam::Event& event) {
    note_act(event);
    const auto candidate = exam::candidate_of(event);
    if (const auto* asked = std::get_if<event::QuestionAsked>(&event)) note_question(*asked);
    if (std::holds_alternative<event::AnswerRecorded>(event)) asked_[candidate].is_done = true;
    if (std::holds_alternative<event::ReportRaised>(event))
        reported_.emplace(candidate.value, asked_[candidate].item);
    if (std::holds_alternative<event::ReportAccepted>(event)) {
        auto& asked = asked_[candidate];
        asked.is_set_aside = true;
        asked.skills_set_aside.insert(skill_of(asked.item));
    }
}

void RoomRules::compare(const exam::Session& session, const TimeAccount& account, Tick now) {
    for (const auto& [number, candidate] : session.candidates) {
        const auto* entry = account.of(number);
        if (entry == nullptr || candidate.phase != exam::Phase::in_progress) continue;
        const auto& timing = candidate.timing;
        if (!candidate.holds.empty() && timing.running_since)
            violate(number, "the clock runs although the test is held");
        if (entry->holds != candidate.holds) violate(number, "other holds than the records tell");
        if (account.worked(number, now) != exam::worked(timing, now))
            violate(number,
                    fmt::format("{} ms of work count for {}", account.worked(number, now).ms,
                                exam::worked(timing, now).ms));
        if (entry->added != timing.added || entry->withdrawn != timing.withdrawn)
            violate(number,
                    fmt::format("{} ms added and {} withdrawn count for {} and {}", entry->added.ms,
                                entry->withdrawn.ms, timing.added.ms, timing.withdrawn.ms));
    }
}

void RoomRules::note_act(const exam::Event& event) {
    if (const auto by = exam::by_of(event); by.command != CommandId{}) acts_.insert(by.command);
    std::string text;
    if (const auto* time = std::get_if<event::TimeAdded>(&event)) text = time->reason;
    if (const auto* message = std::get_if<event::MessageSent>(&event)) text = message->text;
    if (const auto* incident = std::get_if<event::IncidentNoted>(&event))
        text = incident->description;
    const auto candidate = exam::candidate_of(event);
    if (!text.empty() && !texts_.emplace(candidate, text).second)
        violate(candidate, fmt::format("the act \"{}\" is applied twice", text));
}

void RoomRules::note_question(const event::QuestionAsked& next) {
    auto& asked = asked_[next.candidate];
    const int expected = asked.is_done ? asked.number + 1 : asked.number;
    if (next.number != expected || (!asked.is_done && !asked.is_set_aside))
        violate(next.candidate,
                fmt::format("question {} comes after {}", next.number, asked.number));
    if (asked.skills_set_aside.contains(skill_of(next.item)))
        violate(next.candidate, fmt::format("the skill of {} was set aside", next.item));
    asked.number = next.number;
    asked.item = next.item;
    asked.is_done = asked.is_set_aside = false;
}

void RoomRules::violate(CandidateNumber candidate, const std::string& what) {
    violations_.push_back(fmt::format("candidate {}: {}", candidate.value, what));
}

const std::string& RoomRules::skill_of(const std::string& item) const {
    return std::ranges::find(stage_.pack.items, item, &adaptive::Item::id)->skill;
}

}  // namespace preau::sim
