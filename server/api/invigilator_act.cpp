// SPDX-License-Identifier: Apache-2.0
#include "api/invigilator_act.hpp"

#include "api/card.hpp"
#include "api/json_response.hpp"
#include "api/session_view.hpp"

#include <algorithm>

namespace preau::api {

http::Response do_for_candidate(const Call& call, const exam::Command& command) {
    auto& session = *call.device.session;
    if (session.state().find({call.number}) == nullptr)
        return to_response(invigilation_problem(exam::Refusal::candidate_unknown));
    const auto done = session.act(command);
    if (!done) return to_response(invigilation_problem(done.error()));
    return json_response(200, card(session, *session.state().find({call.number})));
}

http::Response do_for_room(World& world, const Call& call, const exam::Command& command) {
    auto& session = *call.device.session;
    const auto done = session.act(command);
    if (!done) return to_response(invigilation_problem(done.error()));
    return json_response(200, session_view(session, state_of(world)));
}

std::string written_text(json::Fields& fields, std::string_view name, std::size_t bytes_max) {
    auto text = fields.text(name, bytes_max);
    const auto is_control = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f;
    };
    if (std::ranges::any_of(text, is_control))
        fields.refuse(name, "malformed", "Ce texte contient un caractère invisible : effacez-le.");
    return text;
}

}  // namespace preau::api
