// SPDX-License-Identifier: Apache-2.0
#include "unit/exam/play.hpp"

namespace preau::test {

namespace command = exam::command;
using exam::Phase;

namespace {

constexpr WallTime kWallAtStart{1'790'000'000'000};

adaptive::Item item(int index) {
    const auto name = std::to_string(index);
    return {.id = "item" + name,
            .competence = std::to_string(1 + index % 16),
            .tube = "tube" + name,
            .skill = "skill" + name,
            .discriminant = 0.7 + 0.01 * (index % 60),
            .difficulty = -3.0 + 0.065 * index};
}

}  // namespace

exam::Content small_content() {
    exam::Content content;
    content.version.name = "test";
    content.version.mesh_intervals = {{0, -8, -1.4}, {1, -1.4, -0.519}, {2, -0.519, 0.6},
                                      {3, 0.6, 1.5}, {4, 1.5, 2.25},    {5, 2.25, 3.1},
                                      {6, 3.1, 4},   {7, 4, 8}};
    content.version.competence_intervals["1.1"] = {{0, -8, 0}, {1, 0, 2}, {2, 2, 8}};
    for (int index = 0; index < 96; ++index) {
        content.items.push_back(item(index));
        content.keys.push_back({.kind = answers::Kind::qcu, .solutions = {"1"}});
        content.conducts.emplace_back();
    }
    content.prepare();
    return content;
}

exam::SessionSheet sheet() {
    return {.number = "123456",
            .site = "Lycée",
            .room = "B12",
            .date = "2026-11-24",
            .time = "09:00",
            .examiner = "Mme Durand",
            .access_code = "BCDF23",
            .pack = "demo",
            .version = "test",
            .pack_hash = {}};
}

exam::Identity identity(std::uint32_t number) {
    const auto name = std::to_string(number);
    return {"Nom" + name, "Prénom" + name, "2008-01-01"};
}

exam::Enrolment enrolment(std::uint32_t number) {
    return {.candidate = {number}, .identity = identity(number), .group = "2nde 1"};
}

Hash token(std::uint8_t byte) {
    Hash hash{};
    hash.fill(byte);
    return hash;
}

command::OpenSession opening(std::uint32_t candidates) {
    command::OpenSession open{sheet(), {}};
    for (std::uint32_t number = 1; number <= candidates; ++number)
        open.roster.push_back(enrolment(number));
    return open;
}

Play::Play(exam::Content content, std::uint32_t candidates)
    : Play(std::move(content), opening(candidates)) {}

Play::Play(exam::Content content, const command::OpenSession& open) : content_(std::move(content)) {
    content_.prepare();
    does(open);
}

exam::Decision Play::decide(const exam::Command& command) const {
    return exam::decide(session_, command, {content_, now_});
}

exam::Decision Play::act(const exam::Command& command) {
    auto decision = decide(command);
    if (!decision) return decision;
    for (const auto& event : *decision) {
        const exam::Stamp stamp{now_, kWallAtStart + Duration{now_.ms}};
        session_ = exam::apply(std::move(session_), event, stamp);
        journal_.push_back(event);
    }
    return decision;
}

std::vector<exam::Event> Play::does(const exam::Command& command) {
    auto decision = act(command);
    INFO("refused: " << (decision ? "" : exam::code(decision.error())));
    REQUIRE(decision.has_value());
    return std::move(*decision);
}

std::string Play::verdict(const exam::Command& command) const {
    const auto decision = decide(command);
    return decision ? "ok" : std::string(exam::code(decision.error()));
}

void Play::bring(std::uint32_t number, Phase phase) {
    if (phase == Phase::absent) return;
    does(command::Join{identity(number), token(static_cast<std::uint8_t>(number))});
    if (phase == Phase::present) return;
    does(command::ConfirmPresence{{number}});
    if (phase == Phase::authorised) return;
    does(command::StartTest{{number}, "BCDF23", 1000 + number});
    if (phase == Phase::in_progress) return;
    does(command::EndTest{{number}});
}

command::AnswerQuestion Play::answer(std::uint32_t number, bool right) {
    const auto* question = candidate(number).current();
    REQUIRE(question != nullptr);
    CommandId id;
    id.bytes.fill(++commands_);
    return {{number}, question->number, question->item, right ? "1" : "2", id};
}

void Play::answer_all(std::uint32_t number, int count, bool right) {
    for (int i = 0; i < count; ++i) {
        wait(seconds(30));
        does(answer(number, right));
    }
}

const exam::Candidate& Play::candidate(std::uint32_t number) const {
    const auto* found = session_.find({number});
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace preau::test
