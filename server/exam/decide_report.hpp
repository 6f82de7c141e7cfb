// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

/// A candidate's live report, and what the invigilator decides of it.
namespace preau::exam {

/// Only on the question asked (Pix: refused once it is answered). One is open at a time: another on
/// the same question is nothing new, nor is one on a question that was set aside since.
Decision raise_report(const Session& session, const command::RaiseReport& command,
                      const Context& context);

/// Accepted, the question is set aside and the next one asked, with its number; refused, the same
/// question goes on.
Decision settle_report(const Session& session, const command::SettleReport& command,
                       const Context& context);

}  // namespace preau::exam
