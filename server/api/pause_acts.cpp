// SPDX-License-Identifier: Apache-2.0
#include "api/pause_acts.hpp"

#include "api/invigilator_act.hpp"

namespace preau::api {

namespace {

bool read(json::Fields& fields) { return fields.boolean("paused"); }

auto of(CandidateNumber candidate) {
    return [candidate](bool paused, exam::By by) {
        return exam::command::Pause{candidate, paused, by};
    };
}

}  // namespace

http::Response put_pause(World&, const Call& call) {
    return act_for_candidate(call, read, of({call.number}));
}

http::Response put_room_pause(World& world, const Call& call) {
    return act_for_room(world, call, read, of({}));
}

}  // namespace preau::api
