// SPDX-License-Identifier: Apache-2.0
#include "api/presence_acts.hpp"

#include "api/invigilator_act.hpp"

namespace preau::api {

namespace {

bool read(json::Fields& fields) { return fields.boolean("present"); }

}  // namespace

http::Response put_presence(World&, const Call& call) {
    const CandidateNumber candidate{call.number};
    return act_for_candidate(call, read, [&](bool present, exam::By by) -> exam::Command {
        if (present) return exam::command::ConfirmPresence{candidate, by};
        return exam::command::CancelPresence{candidate, by};
    });
}

http::Response confirm_all_present(World& world, const Call& call) {
    return act_for_room(world, call, read_nothing,
                        [](Nothing, exam::By by) { return exam::command::ConfirmAllPresent{by}; });
}

}  // namespace preau::api
