// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/box_client.hpp"
#include "tool/ledger.hpp"
#include "tool/rehearsal_roster.hpp"
#include "tool/robot_answer.hpp"

namespace preau::tool {

/// Where the robots go.
struct Room {
    std::string url;
    std::string session_number;
    std::string access_code;
};

/// Sits the whole test over HTTP as a candidate's page would: it does what the box's view of it
/// says, keeps an answer until the box has said that it is saved, and notes every such receipt.
class CandidateRobot {
  public:
    /// With a personal code it joins by that; with an empty one, by the pupil's name.
    CandidateRobot(const Room& room, const Pupil& pupil, std::string code, AnswerStyle style,
                   Ledger& ledger, TimeLimit& limit);

    /// Until the test is finished, something is wrong, or the time limit is over.
    void run();
    bool is_finished() const { return finished_; }
    /// Why it gave up; empty when it did not.
    const std::string& problem() const { return problem_; }
    const BoxClient& client() const { return client_; }

  private:
    struct Pending {
        std::int64_t number = 0;
        std::string item;
        std::string value;
        std::string command;
    };

    void step();
    void join();
    void look();
    void wait_and_look();
    void start();
    void answer(const json::Value& question);
    /// Opens it, or says that its page was left.
    void at_question(const json::Value& question, std::string_view act);
    bool prepare_answer(const json::Value& question);
    void take_receipt(const json::Value& reply);
    void refused(std::string_view act, const BoxAnswer& reply);

    const Room& room_;
    const Pupil& pupil_;
    std::string code_;
    AnswerStyle style_;
    Ledger& ledger_;
    TimeLimit& limit_;
    BoxClient client_;
    json::Value view_;  ///< null before joining
    std::optional<Pending> pending_;
    Duration pause_;
    int refusals_ = 0;
    bool finished_ = false;
    std::string problem_;
};

}  // namespace preau::tool
