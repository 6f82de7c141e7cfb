// SPDX-License-Identifier: Apache-2.0
#include "api/time_acts.hpp"

#include "api/invigilator_act.hpp"
#include "base/limits.hpp"

namespace preau::api {

namespace {

constexpr std::int64_t kMinutesMax = limits::added_time_ms_max / 60'000;

struct Input {
    Duration added;
    std::string reason;
};

Input read(json::Fields& fields) {
    Input input;
    input.added = minutes(fields.integer("minutes", 1, kMinutesMax));
    input.reason = written_text(fields, "reason", limits::note_text_bytes_max);
    return input;
}

auto for_candidate(CandidateNumber candidate) {
    return [candidate](const Input& input, exam::By by) {
        return exam::command::AddTime{candidate, input.added, input.reason, by};
    };
}

}  // namespace

http::Response add_time(World&, const Call& call) {
    return act_for_candidate(call, read, for_candidate({call.number}));
}

http::Response add_time_to_all(World& world, const Call& call) {
    return act_for_room(world, call, read, for_candidate({}));
}

}  // namespace preau::api
