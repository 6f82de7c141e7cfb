// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace preau::central {

/// A competence of the national referential (CRCN), in its order.
struct Competence {
    std::string_view code;  ///< "1.1"
    std::string_view name;
    std::string_view area_code;  ///< "1"
    std::string_view area_name;
};

/// The sixteen competences in force.
std::span<const Competence> referential();

}  // namespace preau::central
