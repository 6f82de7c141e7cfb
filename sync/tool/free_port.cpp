// SPDX-License-Identifier: Apache-2.0
#include "tool/free_port.hpp"

#include "base/random.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace preau::tool {

namespace {

constexpr std::uint16_t kFirstPort = 16'384;
constexpr std::uint16_t kEndPort = 32'768;  // Linux gives 32768 and more to outgoing connections
constexpr int kTries = 200;

/// 0, or errno.
int try_to_listen(const in_addr& address, std::uint16_t port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0) return errno;
    const int yes = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr = address;
    where.sin_port = htons(port);
    const bool done = ::bind(listener, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0 &&
                      ::listen(listener, 1) == 0;
    const int why = done ? 0 : errno;
    ::close(listener);
    return why;
}

Result<in_addr> read_address(const std::string& text) {
    in_addr address{};
    if (::inet_pton(AF_INET, text.c_str(), &address) == 1) return address;
    return fail(Error::malformed(fmt::format("\"{}\" is not an IPv4 address", text)));
}

}  // namespace

Result<void> check_port_is_free(const std::string& address, std::uint16_t port) {
    const auto where = read_address(address);
    if (!where) return fail(where.error());
    const int why = try_to_listen(*where, port);
    if (why == 0) return {};
    if (why == EADDRINUSE)
        return fail(Error::environment(fmt::format(
            "port {} is already in use: stop the program that uses it, or choose another one with "
            "--box-port or --central-port",
            port)));
    errno = why;
    return fail(errno_error(fmt::format("listen on {} port {}", address, port)));
}

Result<std::uint16_t> find_free_port(const std::string& address, Entropy& entropy) {
    const auto where = read_address(address);
    if (!where) return fail(where.error());
    SplitMix64 random(draw_seed(entropy));
    for (int i = 0; i < kTries; ++i) {
        const auto port =
            static_cast<std::uint16_t>(kFirstPort + random.below(kEndPort - kFirstPort));
        if (try_to_listen(*where, port) == 0) return port;
    }
    return fail(Error::environment(fmt::format("no free port found on {}", address)));
}

}  // namespace preau::tool
