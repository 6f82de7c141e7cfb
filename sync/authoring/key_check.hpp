// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"
#include "authoring/question_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preau::authoring {

/// Why these proposals do not make a question of that kind; nothing when they do.
std::optional<std::string> objection_to_proposals(
    answers::Kind kind, const std::vector<QuestionParts::Proposal>& proposals);

/// Numbers of the right proposals, counted from 1, as a candidate sends them: "1,3".
std::string right_numbers(const std::vector<QuestionParts::Proposal>& proposals);

/// Why a qroc's accepted answers are no key: one that the box itself would not accept, one of which
/// nothing is left to compare, one that is no number where numbers are asked.
std::optional<std::string> objection_to_accepted(const answers::Key& key);

}  // namespace preau::authoring
