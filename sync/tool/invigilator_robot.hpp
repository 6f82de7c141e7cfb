// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/box_client.hpp"
#include "tool/candidate_robot.hpp"

namespace preau::tool {

/// Lets candidates in as an invigilator's page would, and ends the session. One thread.
class InvigilatorRobot {
  public:
    /// It gives the code of the day whenever the box waits for it.
    InvigilatorRobot(const Room& room, std::string password, std::string day_code,
                     std::uint64_t seed, TimeLimit& limit);

    /// Confirms whoever has joined and authorises whoever asks to resume, until no candidate is
    /// left in the room.
    void run(const std::atomic<std::size_t>& candidates_left);
    /// Says "technical" of every test that is unfinished and needs a reason. True once the box has
    /// sealed the session.
    bool finalise();
    /// Waits until the box shows the platform's receipt. True when it does.
    bool wait_for_receipt(Duration patience);
    /// The last refusal met; empty when there was none.
    const std::string& problem() const { return problem_; }
    const BoxClient& client() const { return client_; }

  private:
    bool enter();
    void unlock();
    std::optional<json::Value> look();
    void admit(const json::Value& card);
    /// Under an id of its own, so that the box does it once however often it is sent.
    bool act(BoxRequest request);

    const Room& room_;
    std::string password_;
    std::string day_code_;
    SplitMix64 random_;
    TimeLimit& limit_;
    BoxClient client_;
    BoxClient unlocker_;
    bool entered_ = false;
    std::string problem_;
};

}  // namespace preau::tool
