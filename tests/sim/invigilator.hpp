// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/api_reply.hpp"
#include "sim/ledger.hpp"
#include "sim/network.hpp"
#include "sim/room_acts.hpp"

namespace preau::sim {

/// An invigilator: confirms who is there, lets people resume, now and then takes a presence back,
/// ends one test, settles reports, holds and helps candidates, and in the end finalises with the
/// reasons that are missing. Acts on what the page last showed, which may be old.
class Invigilator {
  public:
    struct Surroundings {
        Scheduler& scheduler;
        Network& network;
        Ledger& ledger;
        const Plan& plan;
        const office::CreatedSession& session;
    };
    Invigilator(Surroundings around, int which, std::uint64_t seed);

    /// From here on the session is to be finalised.
    void close_session() { closes_ = true; }
    bool is_closing() const { return closes_; }
    /// The page shows the session as finalised.
    bool has_closed() const { return is_set(member(view_, "session"), "finalised"); }

    /// Its browser loses everything; the invigilator enters again.
    void lose_page();

  private:
    void act();
    void enter();
    void look();
    void attend(const json::Value& card);
    void end_some_test();
    void insist(const RoomAct& act);
    bool is_calm() const { return around_.scheduler.now() >= around_.plan.calm_at; }
    void finalise();
    void send(http::Method method, std::string path, const json::Value& body, Duration patience,
              std::function<void(const ApiReply&)> outcome,
              std::optional<CommandId> key = std::nullopt);

    Surroundings around_;
    std::string peer_;
    std::string name_;
    Chance chance_;
    std::string token_;
    json::Value view_;
    Duration ends_a_test_at_;
    bool has_ended_one_ = false;
    bool asking_ = false;
    bool closes_ = false;
};

}  // namespace preau::sim
