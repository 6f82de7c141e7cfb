// SPDX-License-Identifier: Apache-2.0
#include "http/tcp_channel.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <chrono>
#include <utility>

namespace preau::http {

namespace asio = boost::asio;
using boost::system::error_code;

TcpChannel::TcpChannel(asio::ip::tcp::socket socket)
    : socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      shared_(std::make_shared<Shared>()) {
    shared_->channel = this;
}

asio::awaitable<std::size_t> TcpChannel::read_some(std::span<char> into) {
    if (deadline_passed()) co_return 0;
    error_code failure;
    const auto buffer = asio::buffer(into.data(), into.size());
    const auto count = co_await socket_.async_read_some(
        buffer, asio::redirect_error(asio::use_awaitable, failure));
    co_return failure ? 0 : count;
}

asio::awaitable<bool> TcpChannel::write(std::string_view first, std::string_view second) {
    if (deadline_passed()) co_return false;
    error_code failure;
    const std::array<asio::const_buffer, 2> buffers = {asio::buffer(first), asio::buffer(second)};
    co_await asio::async_write(socket_, buffers,
                               asio::redirect_error(asio::use_awaitable, failure));
    co_return !failure;
}

void TcpChannel::set_deadline(Duration from_now) {
    shared_->deadline_passed = false;
    const auto generation = ++shared_->deadline_generation;
    timer_.expires_after(std::chrono::milliseconds(from_now.ms));
    // The handler may be on its way already when the deadline is moved or the channel destroyed.
    timer_.async_wait([weak = std::weak_ptr(shared_), generation](error_code cancelled) {
        const auto shared = weak.lock();
        if (cancelled || !shared || shared->deadline_generation != generation) return;
        shared->deadline_passed = true;
        error_code ignored;
        shared->channel->socket_.cancel(ignored);
    });
}

void TcpChannel::clear_deadline() {
    shared_->deadline_passed = false;
    ++shared_->deadline_generation;
    timer_.cancel();
}

void TcpChannel::watch(std::function<void()> on_activity) {
    shared_->on_activity = std::move(on_activity);
    // The handler owns the byte it reads into, so it may outlive the channel.
    socket_.async_read_some(asio::buffer(&shared_->byte, 1),
                            [shared = shared_](error_code, std::size_t) {
                                const auto callback = std::exchange(shared->on_activity, nullptr);
                                if (callback) callback();
                            });
}

void TcpChannel::stop_watching() {
    shared_->on_activity = nullptr;
    // Of two reads waiting on one socket, Asio wakes only the first at the peer's end.
    error_code ignored;
    socket_.cancel(ignored);
}

void TcpChannel::finish_writing() {
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void TcpChannel::close() {
    error_code ignored;
    socket_.close(ignored);
}

}  // namespace preau::http
