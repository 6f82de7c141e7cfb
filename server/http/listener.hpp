// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "http/connection.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <string>

namespace preau::http {

/// Accepts plain TCP connections and starts a coroutine for each. Outlives the io context's run.
class Listener {
  public:
    Listener(boost::asio::io_context& io, ServerParts& parts);

    /// The port, chosen by the system when 0 is asked.
    Result<std::uint16_t> open(const std::string& address, std::uint16_t port);
    void start();
    void close();

  private:
    boost::asio::awaitable<void> accept_all();
    void begin(boost::asio::ip::tcp::socket socket);
    void turn_away(boost::asio::ip::tcp::socket socket, const std::string& peer);

    boost::asio::io_context& io_;
    ServerParts& parts_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer pause_;
    std::string busy_answer_;
    bool turning_away_ = false;
};

}  // namespace preau::http
