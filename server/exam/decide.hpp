// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "exam/commands.hpp"
#include "exam/content.hpp"
#include "exam/events.hpp"
#include "exam/refusal.hpp"

#include <vector>

namespace preau::exam {

/// The instant and the pack under which a command is decided.
struct Context {
    const Content& content;
    Tick now;
};

using Decision = Result<std::vector<Event>, Refusal>;

/// The facts that follow from a command, or the rule that refuses it. Pure. An answer sent again
/// under its command id, with the same content, or an invigilator's act under its own, brings
/// nothing new: no event, no refusal.
Decision decide(const Session& session, const Command& command, const Context& context);

/// The id of an invigilator's act; zero for every other command.
CommandId act_of(const Command& command);

/// True once the candidate's time is over; the last instant of it still is time.
bool deadline_reached(const Candidate& candidate, const Context& context);

}  // namespace preau::exam
