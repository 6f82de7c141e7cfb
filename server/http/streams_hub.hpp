// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace preau::http {

class StreamsHub;

/// One reader of a topic and what waits to be sent to it. Io thread only; the hub outlives it.
class Subscription {
  public:
    enum class State {
        live,
        ended,       ///< send what waits, then end the stream
        overflowed,  ///< too slow: drop the reader, it will come back for a fresh snapshot
    };

    ~Subscription();
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

    State state() const { return state_; }
    /// Waiting frames, oldest first, whole ones, about bytes_wanted of them; empty when none waits.
    std::string take(std::size_t bytes_wanted);
    /// Called after each change; must not destroy a subscription.
    void on_change(std::function<void()> callback) { on_change_ = std::move(callback); }

  private:
    friend class StreamsHub;
    using Frame = std::shared_ptr<const std::string>;

    Subscription(StreamsHub& hub, std::string topic) : hub_(hub), topic_(std::move(topic)) {}
    void push(const Frame& frame);
    void change_to(State state);

    StreamsHub& hub_;
    std::string topic_;
    State state_ = State::live;
    std::deque<Frame> frames_;
    std::size_t bytes_ = 0;
    std::function<void()> on_change_;
};

/// Who reads which topic. Each reader has its own bounded queue, so that a slow one costs the
/// others nothing. Io thread only.
class StreamsHub {
  public:
    struct Bounds {
        std::size_t events_max = 256;
        std::size_t bytes_max = 1024 * 1024;  ///< beyond the first waiting event, however large
    };

    explicit StreamsHub(Bounds bounds) : bounds_(bounds) {}

    std::unique_ptr<Subscription> subscribe(std::string topic,
                                            const std::vector<StreamEvent>& first);
    void publish(const std::string& topic, const StreamEvent& event);
    /// Ends the streams of this topic once what waits in them is sent.
    void end(const std::string& topic);
    void end_all();

  private:
    friend class Subscription;

    Bounds bounds_;
    std::unordered_map<std::string, std::vector<Subscription*>> topics_;
};

}  // namespace preau::http
