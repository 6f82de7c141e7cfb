// SPDX-License-Identifier: Apache-2.0
#include "sim/candidate.hpp"

#include "answers/examine.hpp"

#include <fmt/format.h>

namespace preau::sim {

namespace {

constexpr Duration kDream = minutes(16);  // longer than the authorisation to start is valid

/// A value that the form of that kind of question can send, right now and then.
std::string choose(const std::string& kind, Chance& chance) {
    if (chance.percent(4)) return std::string(answers::kSkipped);
    if (kind == "qcu") return std::to_string(chance.between(1, 4));
    static std::vector<std::string> choices = {"1,3", "1,2", "2,3,4", "1,3"};
    static std::vector<std::string> texts = {"préau", " Preau ", "le « préau » \\ \"couvert\"",
                                             "\u2028<b>préau</b>\t🏫", "cour"};
    return chance.one_of(kind == "qcm" ? choices : texts);
}

}  // namespace

Candidate::Candidate(Surroundings around, std::uint32_t number, std::uint64_t seed)
    : around_(around),
      number_(number),
      chance_(seed),
      pace_(chance_.between(seconds(3), seconds(30))),
      dreams_(chance_.one_in(40)) {
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
