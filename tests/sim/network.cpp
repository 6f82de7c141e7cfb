// SPDX-License-Identifier: Apache-2.0
#include "sim/network.hpp"

namespace preau::sim {

namespace {

constexpr Duration kSilenceMax = seconds(25);  // then a page takes its stream for dead

}  // namespace

struct Network::Call {
    http::Request request;
    Outcome outcome;
    bool settled = false;

    void settle(std::optional<http::Response> response) {
        if (!std::exchange(settled, true)) outcome(std::move(response));
    }
};

Network::Network(Box::Surroundings around, Box& box, std::uint64_t seed)
    : around_(around), box_(box), chance_(seed) {}

void Network::ask(http::Request request, Duration patience, Outcome outcome) {
    const auto call = std::make_shared<Call>(Call{std::move(request), std::move(outcome)});
    around_.scheduler.after(patience, [call] { call->settle(std::nullopt); });
    carry(call);
    if (is_calm() || !chance_.percent(around_.plan.duplicate_percent)) return;
    ++around_.tally.duplicates;
    carry(call);
}

void Network::carry(const SharedCall& call) {
    if (loses(call->request.peer)) return;
    around_.scheduler.after(delay(), [this, call] {
        const bool heard = box_.receive(call->request, [this, call](http::Response response) {
            bring_back(call, std::move(response));
        });
        if (!heard) around_.scheduler.after(delay(), [call] { call->settle(std::nullopt); });
    });
}

void Network::bring_back(const SharedCall& call, http::Response response) {
    if (loses(call->request.peer)) return;
    around_.scheduler.after(delay(),
                            [call, response = std::move(response)] { call->settle(response); });
}

void Network::listen(const http::Request& request, std::shared_ptr<Line> line) {
    if (loses(request.peer)) return break_later(line, 0, kSilenceMax);
    const auto peer = request.peer;
    around_.scheduler.after(delay(), [this, request, line] {
        const bool heard = box_.receive(request, [this, line](const http::Response& response) {
            if (!response.stream_topic) return break_later(line, response.status, delay());
            box_.listen({.topic = *response.stream_topic,
                         .event = [this, line](const auto& event) { push(line, event); },
                         .ended = [this, line] { break_later(line, 200, delay()); }});
            for (const auto& event : response.first_events) push(line, event);
        });
        if (!heard) break_later(line, 0, delay());
    });
}

void Network::push(const SharedLine& line, const http::StreamEvent& event) {
    if (!line->open) return;
    // TCP loses nothing in between: what is lost is the line.
    if (!is_calm() && chance_.one_in(200)) return break_later(line, 200, kSilenceMax);
    line->ready_at = std::max(line->ready_at, around_.scheduler.now() + delay());
    around_.scheduler.after(line->ready_at - around_.scheduler.now(), [line, event] {
        if (line->open) line->event(event);
    });
}

void Network::break_later(const SharedLine& line, int status, Duration delay) {
    around_.scheduler.after(delay, [line, status] {
        if (std::exchange(line->open, false)) line->ended(status);
    });
}

void Network::unplug(const std::string& peer, Duration time) {
    unplugged_until_[peer] = around_.scheduler.now() + time;
}

bool Network::loses(const std::string& peer) {
    if (is_calm()) return false;
    const bool lost = around_.scheduler.now() < unplugged_until_[peer] ||
                      chance_.percent(around_.plan.lost_percent);
    if (lost) ++around_.tally.drops;
    return lost;
}

Duration Network::delay() {
    const bool late = !is_calm() && chance_.percent(around_.plan.late_percent);
    return late ? chance_.between(milliseconds(100), seconds(20))
                : chance_.between(milliseconds(1), milliseconds(30));
}

bool Network::is_calm() const { return around_.scheduler.now() >= around_.plan.calm_at; }

}  // namespace preau::sim
