// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/content.hpp"

#include <vector>

namespace preau::exam {

/// The categories that a report on such a question of such a candidate may be filed under, in their
/// order; never empty.
std::vector<ReportCategory> offered_categories(const Conduct& conduct, const Enrolment& enrolment);

}  // namespace preau::exam
