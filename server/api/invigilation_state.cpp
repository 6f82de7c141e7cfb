// SPDX-License-Identifier: Apache-2.0
#include "api/invigilation_state.hpp"

#include "api/json_response.hpp"
#include "api/live_updates.hpp"
#include "api/session_view.hpp"

namespace preau::api {

http::Response invigilation_state(World& world, const Call& call) {
    return json_response(200, session_view(*call.device.session, state_of(world)));
}

http::Response invigilation_stream(World& world, const Call& call) {
    const auto& session = *call.device.session;
    http::Response response;
    response.stream_topic = session_topic(session.row().id);
    response.first_events.push_back(session_event(session, state_of(world)));
    return response;
}

}  // namespace preau::api
