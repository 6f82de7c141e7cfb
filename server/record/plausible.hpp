// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"

namespace preau::record {

/// Refuses an event that cannot follow that state at that instant (an answer to a question that was
/// not asked, a candidate who is not enrolled…), so that exam::apply only ever meets possible
/// facts. Whether the rules would have decided it is another question: rescoring asks it.
Result<void> check_plausible(const exam::Session& session, const exam::Event& event, Tick now);

}  // namespace preau::record
