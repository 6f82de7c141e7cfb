// SPDX-License-Identifier: Apache-2.0
#include "api/seat_acts.hpp"

#include "api/invigilator_act.hpp"

namespace preau::api {

namespace {

template <class Command>
http::Response act(const Call& call) {
    return act_for_candidate(call, read_nothing, [&](Nothing, exam::By by) {
        return Command{{call.number}, by};
    });
}

}  // namespace

http::Response authorise_resume(World&, const Call& call) {
    return act<exam::command::AuthoriseResume>(call);
}

http::Response release_seat(World&, const Call& call) {
    return act<exam::command::ReleaseSeat>(call);
}

http::Response waive_lockdown(World&, const Call& call) {
    return act<exam::command::WaiveLockdown>(call);
}

}  // namespace preau::api
