// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace preau::authoring {

/// One thing to correct in a pack's source, said to the person who wrote it.
struct Problem {
    std::string file;   ///< relative to the source folder
    int line = 0;       ///< from 1; 0 when the problem has no line
    std::string field;  ///< the key or part of the file; may be empty
    std::string message;

    /// "2.1/copie-cachee.md:4: difficulty: must be between -8 and 8, is 12".
    std::string text() const;
};

/// Everything found in one run, in the order of the files: an author corrects all of it at once.
using Problems = std::vector<Problem>;

}  // namespace preau::authoring
