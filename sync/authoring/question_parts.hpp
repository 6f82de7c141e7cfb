// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preau::authoring {

/// A question's file cut into its three parts, each with the line of the file where it begins.
struct QuestionParts {
    enum class Mark { round, square };  ///< "( )" for a qcu, "[ ]" for a qcm
    struct Proposal {
        int line = 0;
        Mark mark = Mark::round;
        bool right = false;
        std::string markdown;
    };

    std::string header;  ///< TOML between the two "+++" lines
    int header_line = 0;
    std::string instruction;  ///< Markdown
    int instruction_line = 0;
    std::vector<Proposal> proposals;
};

/// Nothing when there is no header; otherwise the parts, with a problem for every line that looks
/// like a proposal and is not one.
std::optional<QuestionParts> split_question(std::string_view text, const std::string& file,
                                            Problems& problems);

}  // namespace preau::authoring
