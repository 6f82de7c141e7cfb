// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"
#include "authoring/question_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace preau::authoring {

/// Why these proposals do not make a question of that kind; nothing when they do.
std::optional<std::string> objection_to_proposals(answers::Kind kind,
                                                  const std::vector<QuestionBody::Line>& proposals);

/// Numbers of the right proposals, counted from 1, as a candidate sends them: "1,3".
std::string right_numbers(const std::vector<QuestionBody::Line>& proposals);

/// The one solution of an ordering: the proposals' numbers in their right order.
std::string right_order(const std::vector<QuestionBody::Line>& lines);

/// Why these groups are no key of a qrocm-dep of so many fields.
std::optional<std::string> objection_to_groups(const answers::Key& key, std::size_t fields);

/// Why a qroc's accepted answers are no key: one that the box itself would not accept, one of which
/// nothing is left to compare, one that is no number where numbers are asked.
std::optional<std::string> objection_to_accepted(const answers::Key& key);

}  // namespace preau::authoring
