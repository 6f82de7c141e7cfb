// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include "base/check.hpp"
#include "http/connection.hpp"
#include "http/listener.hpp"
#include "http/tokens.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace preau::http {
namespace {

namespace asio = boost::asio;

GateRules rules_of(const ServerConfig& config) {
    GateRules rules;
    for (const auto& host : config.hosts) rules.hosts.push_back(lower_case(host));
    rules.body_bytes_max = config.body_bytes_max;
    rules.accepts_patch = config.accepts_patch;
    return rules;
}

}  // namespace

class Server::Implementation {
  public:
    Implementation(ServerConfig config, Dispatcher& dispatcher)
        : config_(std::move(config)),
          parts_{config_,
                 rules_of(config_),
                 dispatcher,
                 StreamsHub(config_.stream_queue),
                 LiveConnections(),
                 ConnectionGuard(config_.connections_max, config_.connections_per_address_max)},
          stop_event_(io_, ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          drain_(io_),
          listener_(io_, parts_) {}

    Result<std::uint16_t> listen() {
        auto port = listener_.open(config_.address, config_.port);
        if (port) listener_.start();
        return port;
    }

    void run() {
        stop_event_.async_wait(asio::posix::stream_descriptor::wait_read,
                               [this](boost::system::error_code failure) {
                                   if (!failure) begin_stop();
                               });
        io_.run();
    }

    /// Only write(2), which a signal handler may call; the io thread does the rest.
    void stop() {
        const std::uint64_t one = 1;
        const auto written = ::write(stop_event_.native_handle(), &one, sizeof one);
        (void)written;  // it fails only when enough stops are already pending
    }

    void publish(std::string topic, StreamEvent event) {
        asio::post(io_, [this, where = std::move(topic), what = std::move(event)] {
            parts_.streams.publish(where, what);
        });
    }
    void end_streams(std::string topic) {
        asio::post(io_, [this, where = std::move(topic)] { parts_.streams.end(where); });
    }

  private:
    void begin_stop() {
        listener_.close();
        drain_.expires_after(std::chrono::milliseconds(config_.deadlines.drain.ms));
        drain_.async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled) parts_.connections.abort();
        });
        parts_.connections.wind_down([this] { drain_.cancel(); });
        parts_.streams.end_all();
    }

    // In this order: the io context destroys the coroutines still in it, which use the parts.
    ServerConfig config_;
    ServerParts parts_;
    asio::io_context io_{1};
    asio::posix::stream_descriptor stop_event_;
    asio::steady_timer drain_;
    Listener listener_;
};

Server::Server(ServerConfig config, Dispatcher& dispatcher)
    : implementation_(std::make_unique<Implementation>(std::move(config), dispatcher)) {}

Server::~Server() = default;

Result<std::uint16_t> Server::listen() { return implementation_->listen(); }
void Server::run() { implementation_->run(); }
void Server::stop() { implementation_->stop(); }

void Server::publish(std::string topic, StreamEvent event) {
    implementation_->publish(std::move(topic), std::move(event));
}
void Server::end_streams(std::string topic) { implementation_->end_streams(std::move(topic)); }

}  // namespace preau::http
