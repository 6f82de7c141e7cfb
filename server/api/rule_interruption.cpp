// SPDX-License-Identifier: Apache-2.0
#include "api/rule_interruption.hpp"

#include "api/invigilator_act.hpp"

namespace preau::api {

namespace {

constexpr std::int64_t kInterruptionsMax = 65'536;  // events_per_session_max

struct Input {
    int interruption = 0;
    bool granted = false;
};

Input read(json::Fields& fields) {
    Input input;
    input.interruption = static_cast<int>(fields.integer("interruption", 1, kInterruptionsMax));
    input.granted = fields.boolean("granted");
    return input;
}

}  // namespace

http::Response rule_interruption(World&, const Call& call) {
    return act_for_candidate(call, read, [&](const Input& input, exam::By by) {
        return exam::command::RuleInterruption{
            {call.number}, input.interruption, input.granted, by};
    });
}

}  // namespace preau::api
