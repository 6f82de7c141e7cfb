// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/channel.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <memory>

namespace preau::http {

/// Plain TCP.
class TcpChannel final : public Channel {
  public:
    explicit TcpChannel(boost::asio::ip::tcp::socket socket);

    boost::asio::awaitable<std::size_t> read_some(std::span<char> into) override;
    boost::asio::awaitable<bool> write(std::string_view first, std::string_view second) override;
    void set_deadline(Duration from_now) override;
    void clear_deadline() override;
    bool deadline_passed() const override { return shared_->deadline_passed; }
    void watch(std::function<void()> on_activity) override;
    void stop_watching() override;
    void finish_writing() override;
    void close() override;

  private:
    /// What completion handlers may find after the channel has gone.
    struct Shared {
        TcpChannel* channel = nullptr;
        std::uint64_t deadline_generation = 0;
        bool deadline_passed = false;
        std::function<void()> on_activity;
        char byte = 0;
    };

    boost::asio::ip::tcp::socket socket_;
    boost::asio::steady_timer timer_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace preau::http
