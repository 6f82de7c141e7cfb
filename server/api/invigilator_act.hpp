// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "api/idempotency_key.hpp"
#include "api/request_body.hpp"

#include <concepts>

/// What every act of an invigilator has in common: it carries the id under which it is applied
/// once, however often it is sent, and is answered with what it changed, as it became.
namespace preau::api {

/// Does the act; the candidate's card.
http::Response do_for_candidate(const Call& call, const exam::Command& command);
/// Does the act; the whole grid.
http::Response do_for_room(World& world, const Call& call, const exam::Command& command);

/// The command that `make` has of the body, as `read` reads it, and of who acts; or the problem.
template <class Read, class Make>
std::variant<exam::Command, Problem> read_act(const Call& call, Read read, Make make) {
    const auto id = read_idempotency_key(call.request);
    if (const auto* problem = std::get_if<Problem>(&id)) return *problem;
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return *problem;
    const auto& state = call.device.session->state();
    const exam::By by{state.invigilator_with(call.device.token), std::get<CommandId>(id)};
    return exam::Command(make(std::get<0>(body), by));
}

template <class Read, class Make>
http::Response act_for_candidate(const Call& call, Read read, Make make) {
    const auto command = read_act(call, read, make);
    if (const auto* problem = std::get_if<Problem>(&command)) return to_response(*problem);
    return do_for_candidate(call, std::get<exam::Command>(command));
}

template <class Read, class Make>
http::Response act_for_room(World& world, const Call& call, Read read, Make make) {
    const auto command = read_act(call, read, make);
    if (const auto* problem = std::get_if<Problem>(&command)) return to_response(*problem);
    return do_for_room(world, call, std::get<exam::Command>(command));
}

/// For acts that say everything in their address: the body is {}.
struct Nothing {};
inline Nothing read_nothing(json::Fields&) { return {}; }

/// What an invigilator writes: at most that many bytes, on one or several lines, without other
/// control characters.
std::string written_text(json::Fields& fields, std::string_view name, std::size_t bytes_max);

}  // namespace preau::api
