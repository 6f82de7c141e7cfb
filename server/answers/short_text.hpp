// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preau::answers {

/// True when a typed text is one of those accepted: as numbers, without tolerance, when the format
/// is number and the answer and every accepted text is one; exactly when it was chosen in a list;
/// else once both sides are treated, and within a quarter of the answer's characters under t3
/// (solution-service-qroc.js). Only the answer is pretreated (normalise.hpp).
bool accepts(const std::vector<std::string>& accepted, Format format, const Treatments& treatments,
             std::string_view value);

/// The treatments that a format leaves: none for a select.
Treatments treatments_of(Format format, const Treatments& treatments);

}  // namespace preau::answers
