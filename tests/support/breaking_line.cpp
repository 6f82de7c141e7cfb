// SPDX-License-Identifier: Apache-2.0
#include "support/breaking_line.hpp"

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace preau::test {

namespace {

constexpr int kQuietMs = 30;

/// One direction of one connection.
struct Flow {
    int from, to;
    Damage damage;  ///< none when it befalls the other direction
    std::uint64_t passed = 0;
    bool is_over = false;

    bool has_happened() const { return damage.kind != Damage::Kind::none && passed > damage.at; }
};

std::string damaged(std::string bytes, const Flow& flow) {
    const auto kind = flow.damage.kind;
    const auto at = flow.damage.at;
    if (kind == Damage::Kind::none || at < flow.passed || at >= flow.passed + bytes.size())
        return bytes;
    const auto place = static_cast<std::size_t>(at - flow.passed);
    if (kind == Damage::Kind::cut) bytes.resize(place);
    if (kind == Damage::Kind::alter) bytes[place] = static_cast<char>(bytes[place] ^ 1);
    if (kind == Damage::Kind::drop) bytes.erase(place, 1);
    if (kind == Damage::Kind::duplicate) bytes.insert(place, 1, bytes[place]);
    return bytes;
}

/// False when the connection is over.
bool move_some(Flow& flow) {
    std::array<char, 16 * 1024> buffer{};
    const auto count = ::recv(flow.from, buffer.data(), buffer.size(), 0);
    if (count < 0) return false;
    if (count == 0) {
        flow.is_over = true;
        ::shutdown(flow.to, SHUT_WR);
        return true;
    }
    const auto size = static_cast<std::size_t>(count);
    const bool sent = send_all(flow.to, damaged(std::string(buffer.data(), size), flow));
    flow.passed += size;
    return sent && !(flow.damage.kind == Damage::Kind::cut && flow.has_happened());
}

bool is_stuck(const Flow& flow) {
    return flow.damage.kind != Damage::Kind::cut && flow.has_happened();
}

void carry_both(Flow& up, Flow& down) {
    while (!up.is_over || !down.is_over) {
        std::array<pollfd, 2> wanted = {pollfd{up.is_over ? -1 : up.from, POLLIN, 0},
                                        pollfd{down.is_over ? -1 : down.from, POLLIN, 0}};
        const bool is_damaged = is_stuck(up) || is_stuck(down);
        if (::poll(wanted.data(), wanted.size(), is_damaged ? kQuietMs : -1) == 0) return;
        if (wanted[0].revents != 0 && !move_some(up)) return;
        if (wanted[1].revents != 0 && !move_some(down)) return;
    }
}

}  // namespace

BreakingLine::BreakingLine(std::uint16_t to, Plan plan)
    : to_(to),
      plan_(std::move(plan)),
      loopback_([this](int socket, int number) { carry(socket, number); }) {}

void BreakingLine::carry(int near, int number) {
    const int far = connect_to(to_);
    if (far < 0) return;
    const auto damage = plan_(number);
    const bool is_up = damage.way == Damage::Way::up;
    Flow up{near, far, is_up ? damage : Damage{}};
    Flow down{far, near, is_up ? Damage{} : damage};
    carry_both(up, down);
    ::close(far);
}

}  // namespace preau::test
