// SPDX-License-Identifier: Apache-2.0
#include "exam/decide_second_copy.hpp"

namespace preau::exam {

namespace {

using Events = std::vector<Event>;

bool is_open(const Session& session) { return session.opened && !session.finalised; }

}  // namespace

Decision attach_second_copy(const Session& session) {
    if (!is_open(session) || session.second_copy.attached) return Events{};
    return Events{event::SecondCopyAttached{}};
}

Decision lose_second_copy(const Session& session, const command::LoseSecondCopy& command) {
    if (!is_open(session) || !session.second_copy.attached) return Events{};
    return Events{event::SecondCopyLost{command.reason}};
}

Decision waive_second_copy(const Session& session, const command::WaiveSecondCopy& command) {
    if (!is_open(session)) return fail(Refusal::session_closed);
    if (session.second_copy.attached || session.second_copy.waived) return Events{};
    return Events{event::SecondCopyWaived{command.by}};
}

}  // namespace preau::exam
