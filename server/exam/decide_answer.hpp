// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/decide.hpp"

namespace preau::exam {

/// The guards of Pix's evaluate-and-save-answer, in its order, then the answer checked, the
/// capacity re-estimated, and the next question or the end of the test. An answer proves contact;
/// it waits while anything else holds the test.
Decision answer_question(const Session& session, const command::AnswerQuestion& command,
                         const Context& context);

}  // namespace preau::exam
