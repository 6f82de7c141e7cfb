// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace preau::answers {

/// One choice, several choices, a short text, several short texts each with answers of its own or
/// all with the same groups of answers, proposals to put in order, proposals to match with targets.
enum class Kind { qcu, qcm, qroc, qrocm_ind, qrocm_dep, ordering, matching };

/// How a short text is compared: as words, as a number when the accepted answers all are, or
/// exactly because it was chosen in a list.
enum class Format { text, number, select };

/// Treatments of a short text before it is compared (normalise.hpp), each on unless a question
/// switches it off.
struct Treatments {
    bool t1 = true;  ///< case, accents and spaces do not count
    bool t2 = true;  ///< punctuation does not count
    bool t3 = true;  ///< a quarter of the characters may differ

    bool operator==(const Treatments&) const = default;
};

/// One field of a qrocm.
struct Field {
    std::string name{};  ///< member of the answer's JSON object
    Format format = Format::text;
    std::vector<std::string> accepted{};  ///< nothing in a qrocm-dep, whose groups say it

    bool operator==(const Field&) const = default;
};

/// What is right. Secret: never sent to a browser.
struct Key {
    Kind kind = Kind::qcu;
    /// qcu: one proposal's number, counted from 1, "2"; qcm: one entry, the numbers separated by
    /// commas, "1,3"; qroc: every accepted text; ordering: one entry, the proposals' numbers in the
    /// right order, "2,3,1"; matching: one entry, for each proposal the number of its target,
    /// "2,1,2"; nothing for the others.
    std::vector<std::string> solutions{};
    Format format = Format::text;  ///< of a qroc
    Treatments treatments{};       ///< of every text
    std::vector<Field> fields{};   ///< of a qrocm, in the order of the page
    /// qrocm-dep: each answer uses up one group that accepts it.
    std::vector<std::vector<std::string>> groups{};

    bool operator==(const Key&) const = default;
};

}  // namespace preau::answers
