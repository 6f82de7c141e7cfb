// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace preau::answers {

/// One choice, several choices, a short text.
enum class Kind { qcu, qcm, qroc };

/// How a short text is compared: as words, or as a number when the accepted answers all are.
enum class Format { text, number };

/// Treatments of a short text before it is compared (normalise.hpp), each on unless a question
/// switches it off.
struct Treatments {
    bool t1 = true;  ///< case, accents and spaces do not count
    bool t2 = true;  ///< punctuation does not count
    bool t3 = true;  ///< a quarter of the characters may differ

    bool operator==(const Treatments&) const = default;
};

/// What is right. Secret: never sent to a browser.
struct Key {
    Kind kind = Kind::qcu;
    /// qcu: one proposal's number, counted from 1, "2"; qcm: one entry, the numbers separated by
    /// commas, "1,3"; qroc: every accepted text.
    std::vector<std::string> solutions{};
    Format format = Format::text;
    Treatments treatments{};
    /// A text that is chosen in a list, not typed: compared exactly.
    bool is_select = false;

    bool operator==(const Key&) const = default;
};

}  // namespace preau::answers
