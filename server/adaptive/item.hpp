// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace preau::adaptive {

/// A question as the algorithm sees it: where it stands in the referential and how it is
/// calibrated.
struct Item {
    std::string id{};
    std::string competence{};   ///< CRCN code, "1.1" to "5.2"
    std::string tube{};         ///< group of skills on one topic
    std::string skill{};        ///< one level of a tube
    double discriminant = 1.0;  ///< Pix alpha, per logit
    double difficulty = 0.0;    ///< Pix delta, logits
    double price = 0.0;         ///< exposure price, in units of information: learned at build

    bool operator==(const Item&) const = default;
};

}  // namespace preau::adaptive
