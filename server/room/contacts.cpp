// SPDX-License-Identifier: Apache-2.0
#include "room/contacts.hpp"

namespace preau::room {

std::optional<Duration> Contacts::last_heard(CandidateNumber candidate) const {
    const auto found = heard_.find(candidate);
    return found == heard_.end() ? std::nullopt : std::optional(found->second);
}

Duration Contacts::last_heard_or_opening(CandidateNumber candidate) const {
    return last_heard(candidate).value_or(opened_);
}

}  // namespace preau::room
