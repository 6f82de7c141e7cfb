// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/box.hpp"

#include <map>
#include <memory>

namespace preau::sim {

/// The cables between the browsers and the box. Requests and replies are lost, late, doubled and
/// overtaken by later ones; a whole device is unplugged for a while; once the weather is calm,
/// everything arrives soon.
class Network {
  public:
    Network(Box::Surroundings around, Box& box, std::uint64_t seed);

    /// Nothing: no reply within `patience`, or nobody listened. Called once.
    using Outcome = std::function<void(std::optional<http::Response>)>;
    void ask(http::Request request, Duration patience, Outcome outcome);

    /// A live stream as its reader sees it: events in order, until it breaks or is closed.
    struct Line {
        std::function<void(const http::StreamEvent&)> event;
        std::function<void(int status)> ended;  ///< 200: it had begun; 0: nothing came
        bool open = true;
        Duration ready_at;
    };
    void listen(const http::Request& request, std::shared_ptr<Line> line);

    void unplug(const std::string& peer, Duration time);

  private:
    struct Call;
    using SharedCall = std::shared_ptr<Call>;
    using SharedLine = std::shared_ptr<Line>;

    void carry(const SharedCall& call);
    void bring_back(const SharedCall& call, http::Response response);
    void push(const SharedLine& line, const http::StreamEvent& event);
    void break_later(const SharedLine& line, int status, Duration delay);
    bool loses(const std::string& peer);
    Duration delay();
    bool is_calm() const;

    Box::Surroundings around_;
    Box& box_;
    Chance chance_;
    std::map<std::string, Duration> unplugged_until_;
};

}  // namespace preau::sim
