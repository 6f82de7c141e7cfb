// SPDX-License-Identifier: Apache-2.0
#include "support/loopback.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace preau::test {

namespace {

sockaddr_in loopback_address(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void send_at_once(int socket) {
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

}  // namespace

Loopback::Loopback(Serve serve) : serve_(std::move(serve)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback_address(0);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    PREAU_CHECK(::bind(listener_, generic, size) == 0 && ::listen(listener_, 64) == 0);
    PREAU_CHECK(::getsockname(listener_, generic, &size) == 0);
    port_ = ntohs(address.sin_port);
    accepting_ = std::thread([this] { accept_all(); });
}

Loopback::~Loopback() { stop(); }

void Loopback::stop() {
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(stopped_, true)) return;
        ::shutdown(listener_, SHUT_RDWR);
        for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
    }
    accepting_.join();
    for (auto& connection : connections_) connection.join();
    ::close(listener_);
}

void Loopback::accept_all() {
    for (int number = 0;; ++number) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        send_at_once(socket);
        const std::lock_guard lock(mutex_);
        open_.push_back(socket);
        if (stopped_) ::shutdown(socket, SHUT_RDWR);
        connections_.emplace_back([this, socket, number] { serve_one(socket, number); });
    }
}

void Loopback::serve_one(int socket, int number) {
    serve_(socket, number);
    const std::lock_guard lock(mutex_);
    std::erase(open_, socket);
    ::close(socket);
}

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

int connect_to(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback_address(port);
    send_at_once(fd);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
    ::close(fd);
    return -1;
}

}  // namespace preau::test
