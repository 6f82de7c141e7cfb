// SPDX-License-Identifier: Apache-2.0
#include "api/waive_second_copy.hpp"

#include "api/invigilator_act.hpp"

namespace preau::api {

http::Response waive_second_copy(World& world, const Call& call) {
    return act_for_room(world, call, read_nothing,
                        [](Nothing, exam::By by) { return exam::command::WaiveSecondCopy{by}; });
}

}  // namespace preau::api
