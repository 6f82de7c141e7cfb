// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "http/message.hpp"
#include "http/server_config.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace preau::http {

/// An HTTP/1.1 server on one thread: the one that calls run(). The dispatcher must outlive it.
class Server {
  public:
    Server(ServerConfig config, Dispatcher& dispatcher);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Opens the port and returns it: from now on connections wait for run(). Once.
    Result<std::uint16_t> listen();
    /// Serves until stop(), then until every connection has ended: answers under way are sent,
    /// streams are ended, and what is still open after the drain deadline is cut.
    void run();
    /// Any thread, any time after listen(), and from a signal handler.
    void stop();

    /// Sends an event to every stream on the topic. Any thread; events of one thread stay in order.
    void publish(std::string topic, StreamEvent event);
    /// Ends every stream on the topic after what was published before. Any thread.
    void end_streams(std::string topic);

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace preau::http
