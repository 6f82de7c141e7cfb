// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace preau::test {

/// A port of 127.0.0.1 where each connection is served by a function of the test, in a thread of
/// its own. At the end every connection is cut and every thread joined.
class Loopback {
  public:
    /// `serve` gets a connected socket, closed when it returns, and the connection's number from 0.
    using Serve = std::function<void(int socket, int number)>;

    explicit Loopback(Serve serve);
    ~Loopback();
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;

    std::uint16_t port() const { return port_; }
    /// Takes no more connections and cuts those that are open.
    void stop();

  private:
    void accept_all();
    void serve_one(int socket, int number);

    Serve serve_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    bool stopped_ = false;
    std::vector<int> open_;
    std::list<std::thread> connections_;
    std::thread accepting_;
};

/// False when the peer no longer takes bytes.
bool send_all(int socket, std::string_view bytes);
/// A socket connected to that port; -1 when nobody listens.
int connect_to(std::uint16_t port);

}  // namespace preau::test
