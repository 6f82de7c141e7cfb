// SPDX-License-Identifier: Apache-2.0
#include "sim/world.hpp"

#include "sim/invariants.hpp"
#include "sim/mishaps.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::sim {

namespace {

constexpr Duration kDayMax = minutes(90);
constexpr Duration kBetweenLooks = minutes(5);
constexpr Duration kAftermath = minutes(2);

class World {
  public:
    World(std::uint64_t seed, Weakness weakness)
        : plan_(make_plan(seed)),
          chance_(seed),
          stage_(plan_, clock_.wall_now()),
          box_(around(), weakness, chance_.seed()),
          network_(around(), box_, chance_.seed()),
          invigilator_({scheduler_, network_, ledger_, plan_, box_.session()}, 1, chance_.seed()),
          second_({scheduler_, network_, ledger_, plan_, box_.session()}, 2, chance_.seed()),
          mishaps_(around(), box_, network_, candidates_, invigilator_, chance_.seed()) {
        const Candidate::Surroundings surroundings{
            {scheduler_, network_, ledger_, report_.violations},
            stage_,
            box_.session(),
            report_.tally};
        for (std::uint32_t number = 1; number <= plan_.candidates; ++number)
            candidates_.push_back(
                std::make_unique<Candidate>(surroundings, number, chance_.seed()));
        closes_early_at_ = chance_.one_in(6) ? plan_.calm_at : kDayMax;
    }

    Report run() {
        look_now_and_then();
        play_until([this] { return is_over(); });
        if (report_.violations.empty() && !is_over()) report_.violations.push_back(who_waits());
        pass(kAftermath);
        if (box_.is_up() && box_.live().sealed()) open_again();
        for (const auto& candidate : candidates_)
            if (candidate->has_finished()) ++report_.tally.finished;
        report_.trace = trace_.hash();
        return std::move(report_);
    }

  private:
    Box::Surroundings around() {
        return {stage_, plan_, scheduler_, clock_, trace_, report_.tally, report_.violations};
    }

    bool is_over() {
        const auto done = [](const auto& candidate) { return candidate->is_done(); };
        const bool all_done = std::ranges::all_of(candidates_, done);
        if (all_done || scheduler_.now() > closes_early_at_) invigilator_.close_session();
        // Who had not begun when the session was closed has nothing to wait for.
        return invigilator_.has_closed() && box_.is_up() && box_.live().sealed() &&
               std::ranges::all_of(candidates_, [&](const auto& candidate) {
                   const CandidateNumber number{candidate->number()};
                   return candidate->is_done() || !begun(number);
               });
    }

    bool begun(CandidateNumber number) const {
        return !box_.live().state().find(number)->questions.empty();
    }

    template <class Over>
    void play_until(Over over) {
        while (scheduler_.now() < kDayMax && report_.violations.empty() && !over())
            scheduler_.step();
    }
    void pass(Duration time) {
        const auto end = scheduler_.now() + time;
        play_until([&] { return scheduler_.now() >= end; });
    }

    /// A sealed session is the same after one more power cut.
    void open_again() {
        const auto sealed = box_.stored();
        box_.die();
        pass(kAftermath);
        if (!box_.is_up()) return report_.violations.push_back("the box does not come back");
        if (box_.stored() != sealed)
            report_.violations.push_back("the journal changed after the seal");
        report_.tally.acknowledged = ledger_.acknowledged.size();
        report_.tally.records = sealed.size();
        check_journal(evidence(), report_);
        check_sealed(evidence(), report_);
    }

    /// Now and then during the day, between two turns of the box.
    void look_now_and_then() {
        if (box_.is_up()) check_journal(evidence(), report_);
        scheduler_.after(kBetweenLooks, [this] { look_now_and_then(); });
    }

    Evidence evidence() { return {stage_, plan_, ledger_, box_}; }

    std::string who_waits() {
        std::string who;
        for (const auto& candidate : candidates_)
            if (!candidate->is_done()) who += fmt::format(" {}", candidate->number());
        return "at the end of the day there still wait:" + who;
    }

    Plan plan_;
    Chance chance_;
    Report report_;
    Trace trace_;
    Ledger ledger_;
    test::ManualClock clock_;
    Scheduler scheduler_{clock_};
    Stage stage_;
    std::vector<std::unique_ptr<Candidate>> candidates_;
    Duration closes_early_at_;
    Box box_;
    Network network_;
    Invigilator invigilator_;
    Invigilator second_;  ///< leaves the end of the session to the first
    Mishaps mishaps_;
};

}  // namespace

Report run_world(std::uint64_t seed, Weakness weakness) { return World(seed, weakness).run(); }

}  // namespace preau::sim
