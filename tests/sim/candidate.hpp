// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/browser.hpp"

namespace preau::sim {

/// A pupil with two PCs within reach, who does what the screen asks: joins, waits, types the code,
/// answers at a pace of their own, and joins again wherever the test is said to go on elsewhere.
class Candidate {
  public:
    struct Surroundings {
        Browser::Surroundings browser;
        const Stage& stage;
        const office::CreatedSession& session;
        Tally& tally;
    };
    Candidate(Surroundings around, std::uint32_t number, std::uint64_t seed);

    std::uint32_t number() const { return number_; }
    const std::string& peer() const { return seat().peer(); }
    /// Finished, left, or sent home by the end of the session.
    bool is_done() const { return ending_ != Ending::none; }
    bool has_finished() const { return ending_ == Ending::finished; }
    bool has_left() const { return ending_ == Ending::left; }

    // What may happen to a pupil.
    void reload();
    void close_browser();
    void move();

  private:
    enum class Ending { none, finished, left, sent_home };

    void act();
    void look();
    void start();
    void answer();
    Duration pause();
    Browser& seat() { return pcs_[seat_]; }
    const Browser& seat() const { return pcs_[seat_]; }

    Surroundings around_;
    std::uint32_t number_;
    Chance chance_;
    Duration pace_;  ///< longest thought about one question
    std::optional<std::int64_t> leaves_after_;
    bool dreams_;  ///< lets the authorisation to start expire once
    Duration dreams_until_;
    std::vector<Browser> pcs_;
    std::size_t seat_ = 0;
    Ending ending_ = Ending::none;
};

}  // namespace preau::sim
