// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/stage.hpp"
#include "sim/time_account.hpp"
#include "sim/violations.hpp"

#include <map>
#include <set>
#include <string>

namespace preau::sim {

/// The rules of what is asked and of what invigilators do, read from the records alone: numbers
/// follow each other, only an accepted report repeats one, no skill comes back after it, and each
/// act is in the journal once.
class RoomRules {
  public:
    RoomRules(const Stage& stage, Violations& violations)
        : stage_(stage), violations_(violations) {}

    void note(const exam::Event& event);
    /// The clocks of the session after that record are those of the account.
    void compare(const exam::Session& session, const TimeAccount& account, Tick now);

    const std::set<CommandId>& acts() const { return acts_; }
    const std::set<std::pair<std::uint32_t, std::string>>& reported() const { return reported_; }

  private:
    struct Asked {
        int number = 0;
        std::string item;
        bool is_done = true;  ///< answered: the next number follows
        bool is_set_aside = false;
        std::set<std::string> skills_set_aside;
    };
    void note_act(const exam::Event& event);
    void note_question(const exam::event::QuestionAsked& asked);
    void violate(CandidateNumber candidate, const std::string& what);
    const std::string& skill_of(const std::string& item) const;

    const Stage& stage_;
    Violations& violations_;
    std::map<CandidateNumber, Asked> asked_;
    std::set<CommandId> acts_;
    std::set<std::pair<std::uint32_t, std::string>> reported_;  ///< candidate, item
    std::set<std::pair<CandidateNumber, std::string>> texts_;   ///< each act writes its own
};

}  // namespace preau::sim
