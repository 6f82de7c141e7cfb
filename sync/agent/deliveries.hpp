// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/trouble.hpp"
#include "base/ports.hpp"

#include <filesystem>
#include <map>

namespace preau::agent {

enum class DeliveryState {
    waiting,   ///< not all of it is there yet
    sending,   ///< right now
    stored,    ///< all of it is there, the platform has not decided
    accepted,  ///< its receipt lies in the inbox
    refused,   ///< the platform does not take it as it is: somebody must look
};
std::string_view word(DeliveryState state);

struct Delivery {
    DeliveryState state = DeliveryState::waiting;
    std::uint64_t bytes_sent = 0;
    std::uint64_t bytes_total = 0;
    Obstacle last;  ///< what the last attempt ran into; none when it did not
    std::optional<WallTime> tried_at;
    std::optional<WallTime> next_try;
};

/// How the line to the platform is, as far as the last request could tell.
struct Contact {
    std::optional<WallTime> answered_at;  ///< the platform last did what it was asked
    Obstacle last;                        ///< what the last request ran into
};

/// What the last exchange with a stick did.
struct StickNews {
    bool is_here = false;
    std::size_t carried = 0, waiting = 0, taken = 0;
    Obstacle last;
    WallTime at;
};

/// What became of each sealed session, kept as `deliveries.json` for the office's page. The box
/// shows it and believes none of it: whether a session was received, it verifies itself.
class Deliveries {
  public:
    Deliveries(std::filesystem::path file, Clock& clock);

    /// Change it, then write().
    Delivery& of(const std::string& session) { return all_[session]; }
    const std::map<std::string, Delivery>& all() const { return all_; }
    Contact contact;
    std::optional<StickNews> stick;  ///< none: no stick was seen since the start
    /// The same as what is on the disk is not written again. A disk that refuses is logged once.
    void write();
    /// write(), at most once a second.
    void write_now_and_then();

  private:
    std::string text() const;

    std::filesystem::path file_;
    Clock& clock_;
    std::map<std::string, Delivery> all_;
    std::string written_;
    std::optional<Duration> written_at_;
    bool complained_ = false;
};

}  // namespace preau::agent
