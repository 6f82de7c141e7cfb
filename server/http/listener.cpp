// SPDX-License-Identifier: Apache-2.0
#include "http/listener.hpp"

#include "base/log.hpp"
#include "http/problem.hpp"
#include "http/response_bytes.hpp"
#include "http/tcp_channel.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <exception>
#include <utility>

namespace preau::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr int kWaitingConnectionsMax = 1024;
constexpr std::chrono::milliseconds kPauseWithoutDescriptors{100};

/// One spelling for each address: an IPv4 peer of a dual-stack socket counts as itself.
std::string text_of(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

/// The last door for what a library or a dispatcher throws: it costs this one connection.
void log_exception(std::exception_ptr thrown) {
    if (!thrown) return;
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception& exception) {
        log::error("http.connection_failed", {{"what", exception.what()}});
    }
}

}  // namespace

Listener::Listener(asio::io_context& io, ServerParts& parts)
    : io_(io), parts_(parts), acceptor_(io), pause_(io) {
    const auto busy = problem(503);
    busy_answer_ = head_bytes(busy, Framing::length, true) + busy.body;
}

Result<std::uint16_t> Listener::open(const std::string& address, std::uint16_t port) {
    error_code failure;
    const auto ip = asio::ip::make_address(address, failure);
    const tcp::endpoint endpoint(ip, port);
    if (!failure) acceptor_.open(endpoint.protocol(), failure);
    if (!failure) acceptor_.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure) acceptor_.bind(endpoint, failure);
    if (!failure) acceptor_.listen(kWaitingConnectionsMax, failure);
    if (failure)
        return fail(Error::environment("listen on " + address + " port " + std::to_string(port) +
                                       ": " + failure.message()));
    return acceptor_.local_endpoint().port();
}

void Listener::start() { asio::co_spawn(io_, accept_all(), log_exception); }

void Listener::close() {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
}

asio::awaitable<void> Listener::accept_all() {
    while (acceptor_.is_open()) {
        error_code failure;
        auto socket =
            co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, failure));
        if (!failure) {
            begin(std::move(socket));
        } else if (acceptor_.is_open() && failure != asio::error::connection_aborted) {
            // Out of descriptors or memory: the connections that wait are served as others end.
            log::warning("http.accept_failed", {{"why", failure.message()}});
            pause_.expires_after(kPauseWithoutDescriptors);
            co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, failure));
        }
    }
}

void Listener::begin(tcp::socket socket) {
    error_code gone;
    const auto endpoint = socket.remote_endpoint(gone);
    if (gone) return;
    auto peer = text_of(endpoint.address());
    auto place = parts_.guard.enter(peer);
    if (!place) return turn_away(std::move(socket), peer);
    turning_away_ = false;
    socket.set_option(tcp::no_delay(true), gone);
    auto channel = std::make_unique<TcpChannel>(std::move(socket));
    asio::co_spawn(
        io_, serve_connection(std::move(channel), std::move(peer), std::move(*place), &parts_),
        log_exception);
}

/// The send buffer of a new socket is empty: the answer fits without waiting, or is not sent.
void Listener::turn_away(tcp::socket socket, const std::string& peer) {
    if (!std::exchange(turning_away_, true))
        log::warning("http.too_many_connections", {{"peer", peer}});
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.send(asio::buffer(busy_answer_), 0, ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

}  // namespace preau::http
