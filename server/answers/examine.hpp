// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"
#include "answers/status.hpp"

#include <string_view>

namespace preau::answers {

/// The value that skips a question, Pix's own.
inline constexpr std::string_view kSkipped = "#ABAND#";

/// What happened around the answer.
struct Circumstances {
    bool late = false;              ///< a timed question's time was over
    bool focused_question = false;  ///< the page was not to be left
    bool focus_lost = false;        ///< and it was, now or earlier on this question
    bool accessibility_adjustment = false;
};

/// Right or wrong, nothing else looked at.
Status validate(const Key& key, std::string_view value);

/// A right answer counts unless it came late or the page was left; leaving wins. A wrong one stays
/// wrong whatever happened.
Status weigh(Status validated, const Circumstances& circumstances);

/// Pix's Examiner: skipped before anything else, then right or wrong, then the circumstances.
Status examine(const Key& key, std::string_view value, const Circumstances& circumstances);

}  // namespace preau::answers
