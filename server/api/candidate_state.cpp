// SPDX-License-Identifier: Apache-2.0
#include "api/candidate_state.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/live_updates.hpp"

namespace preau::api {

http::Response candidate_state(World&, const Call& call) {
    const auto& device = call.device;
    return json_response(200, candidate_view(*device.session, device.candidate, device.granted));
}

http::Response candidate_stream(World&, const Call& call) {
    http::Response response;
    response.stream_topic = device_topic(call.device.token);
    response.first_events.push_back(
        view_event(*call.device.session, call.device.candidate, call.device.granted));
    return response;
}

}  // namespace preau::api
