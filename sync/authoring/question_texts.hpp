// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/markdown.hpp"
#include "authoring/question_parts.hpp"
#include "pack/pack.hpp"

namespace preau::authoring {

/// The texts of a body in one language, ready for the page.
struct RenderedTexts {
    pack::Texts texts;
    std::optional<RenderedInstruction::Picture> picture;
};

/// `targets` are the texts of a matching's targets, in the order shown.
RenderedTexts render_texts(const QuestionBody& body, const std::vector<std::string>& targets,
                           const std::string& file, Problems& problems);

/// The different targets of a matching, sorted as texts.
std::vector<std::string> sorted_targets(const QuestionBody& body);

/// The one solution of a matching: for each row, the number of its target.
std::string right_targets(const QuestionBody& body, const std::vector<std::string>& targets);

/// The targets of a translation, in the order of `targets`; the lines of both must correspond.
std::vector<std::string> translated_targets(const QuestionBody& body,
                                            const QuestionBody& translation,
                                            const std::vector<std::string>& targets);

/// Why the lines of a translation do not correspond to those of the original.
std::optional<std::string> objection_to_translation(const QuestionBody& body,
                                                    const QuestionBody& translation);

}  // namespace preau::authoring
