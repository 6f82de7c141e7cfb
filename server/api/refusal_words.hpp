// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/refusal.hpp"

#include <string_view>

namespace preau::api {

/// How a refusal of the exam is told: an HTTP status, a French sentence (what happened, what to
/// do), and the form's field that it is about, if any.
struct RefusalWords {
    int status;
    std::string_view title;
    std::string_view field = {};
};

RefusalWords words_for_candidate(exam::Refusal refusal);
/// The same status and field; the sentence speaks of the candidate, not to them.
RefusalWords words_for_invigilator(exam::Refusal refusal);

}  // namespace preau::api
