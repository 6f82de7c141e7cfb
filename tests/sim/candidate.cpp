// SPDX-License-Identifier: Apache-2.0
#include "sim/candidate.hpp"

#include "answers/examine.hpp"

#include <fmt/format.h>

namespace preau::sim {

namespace {

constexpr Duration kDream = minutes(16);  // longer than the authorisation to start is valid

/// Values that the form of each kind of question can send; the first is right, on the questions
/// of the stage.
const std::vector<std::string>& values_of(const std::string& kind) {
    static const std::map<std::string, std::vector<std::string>> values = {
        {"qcu", {"1", "2", "3", "4"}},
        {"qcm", {"1,3", "1,2", "2,3,4", "4"}},
        {"qroc",
         {"préau", " Preau ", "le « préau » \\ \"couvert\"", "\u2028<b>préau</b>\t🏫", "cour"}},
        {"qrocm-ind", {R"({"a":"préau","b":"oui"})", R"({"a":"\"}","b":"non"})"}},
        {"qrocm-dep", {R"({"a":"préau","b":"oui"})", R"({"a":"","b":"non"})"}},
        {"ordering", {"2,1,4,3", "1,2,3,4", "4,3,2,1"}},
        {"matching", {"1,2,1,3", "1,1,1,1", "3,2,1,1"}},
    };
    return values.at(kind);
}

/// Right more often than not, and skipped now and then.
std::string choose(const std::string& kind, Chance& chance) {
    if (chance.percent(4)) return std::string(answers::kSkipped);
    auto values = values_of(kind);
    return chance.one_in(2) ? values.front() : chance.one_of(values);
}

}  // namespace

Candidate::Candidate(Surroundings around, std::uint32_t number, std::uint64_t seed)
    : around_(around),
      number_(number),
      chance_(seed),
      pace_(chance_.between(seconds(3), seconds(30))),
      dreams_(chance_.one_in(8)) {
    if (chance_.one_in(12)) leaves_after_ = chance_.between(0, 31);
    for (const auto place : {1, 2})
        pcs_.emplace_back(around_.browser, number_, fmt::format("10.0.{}.{}", place, number_),
                          chance_.seed());
    around_.browser.scheduler.after(chance_.between(seconds(0), seconds(90)), [this] { act(); });
}

void Candidate::act() {
    if (is_done()) return;
    if (around_.browser.scheduler.now() >= dreams_until_) look();
    around_.browser.scheduler.after(pause(), [this] { act(); });
}

void Candidate::look() {
    if (seat().trouble() == "session_closed") ending_ = Ending::sent_home;
    switch (seat().screen()) {
        case Screen::closed:
            return seat().open();
        case Screen::join:
            return seat().join(around_.session.number, around_.stage.pupil(number_));
        case Screen::elsewhere:
            return seat().leave();
        case Screen::code:
            return start();
        case Screen::warning:
            return chance_.percent(3) ? seat().answer(std::string(answers::kSkipped))
                                      : seat().open_question();
        case Screen::question:
            return answer();
        case Screen::finished:
            ending_ = Ending::finished;
            return;
        case Screen::loading:
        case Screen::waiting:
        case Screen::sending:
            return;
    }
}

void Candidate::start() {
    if (std::exchange(dreams_, false)) {
        dreams_until_ = around_.browser.scheduler.now() + kDream;
        return;
    }
    seat().start(chance_.percent(4) ? "ZZZZ99" : around_.session.access_code);
}

void Candidate::answer() {
    if (leaves_after_ && seat().answered() >= *leaves_after_) {
        ending_ = Ending::left;
        for (auto& pc : pcs_) pc.close();
        return;
    }
    if (is_set(seat().question(), "focus") && chance_.percent(10)) return seat().look_away();
    if (chance_.percent(3)) return seat().report();
    seat().answer(choose(text_of(seat().question(), "kind"), chance_));
}

Duration Candidate::pause() {
    return seat().screen() == Screen::sending ? chance_.between(seconds(1), pace_)
                                              : chance_.between(milliseconds(500), seconds(4));
}

void Candidate::reload() {
    if (is_done()) return;
    ++around_.tally.reloads;
    seat().open();
}

void Candidate::close_browser() {
    if (is_done()) return;
    ++around_.tally.reloads;
    seat().close();  // opened again at the next look
}

/// The old PC is left as it is, or closed; it may still be sending.
void Candidate::move() {
    if (is_done()) return;
    ++around_.tally.moves;
    if (chance_.one_in(2)) seat().close();
    seat_ = 1 - seat_;
    if (seat().screen() == Screen::closed) seat().open();
}

}  // namespace preau::sim
