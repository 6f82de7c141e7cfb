// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"
#include "authoring/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preau::authoring {

/// A stretch of a question's file and the line where it begins.
struct SourcePart {
    std::string text;
    int line = 0;
};

/// A question's file cut at its "+++" lines.
struct QuestionParts {
    SourcePart header;               ///< TOML
    SourcePart body;                 ///< instruction and proposals
    std::optional<SourcePart> help;  ///< Markdown after a third "+++"
};

/// Nothing, with a problem, when there is no header.
std::optional<QuestionParts> split_question(std::string_view text, const std::string& file,
                                            Problems& problems);

/// The body of a question: its instruction, then one line for each thing to answer.
struct QuestionBody {
    enum class Mark {
        round,   ///< "- (x) text" of a qcu
        square,  ///< "- [x] text" of a qcm
        rank,    ///< "- (2) text" of an ordering
        field,   ///< "- [[name]] label" of a qrocm
        pair,    ///< "- left => right" of a matching
    };
    struct Line {
        int line = 0;
        Mark mark = Mark::round;
        bool right = false;    ///< round, square
        int rank = 0;          ///< rank
        std::string name;      ///< field
        std::string markdown;  ///< empty in a pair for a target that matches nothing
        std::string target;    ///< pair
    };

    SourcePart instruction;
    std::vector<Line> lines;
};

/// Adds a problem for every line that looks like one of the kind's and is not.
QuestionBody split_body(const SourcePart& body, answers::Kind kind, const std::string& file,
                        Problems& problems);

}  // namespace preau::authoring
