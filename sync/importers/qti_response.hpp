// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/xml_document.hpp"

#include <map>
#include <string>
#include <vector>

namespace preau::importers {

/// What an item says of its right answers: a response declaration of QTI.
struct QtiResponse {
    std::string base_type;             ///< "identifier", "string", "float", "directedPair"…
    std::string cardinality;           ///< "single", "multiple", "ordered"
    std::vector<std::string> correct;  ///< in order; with the mapped answers of full value
    bool case_sensitive = true;
    bool partial_credit = false;  ///< some answers are worth a part of the point

    bool is_number() const;
    bool accepts(std::string_view value) const;
};

/// By identifier.
std::map<std::string, QtiResponse> qti_responses(const pugi::xml_node& item);

}  // namespace preau::importers
