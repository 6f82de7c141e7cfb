// SPDX-License-Identifier: Apache-2.0
#include "importers/qti_response.hpp"

#include "importers/trimmed.hpp"

#include <algorithm>
#include <charconv>

namespace preau::importers {

namespace {

double mapped_value(const pugi::xml_node& entry) {
    const auto text = plain_attribute(entry, "mappedvalue");
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void read_mapping(const pugi::xml_node& mapping, QtiResponse& response) {
    double best = 0;
    const auto entries = descendants(mapping, "mapentry");
    for (const auto& entry : entries) best = std::max(best, mapped_value(entry));
    for (const auto& entry : entries) {
        const auto key = plain_attribute(entry, "mapkey");
        if (plain_attribute(entry, "casesensitive") == "false") response.case_sensitive = false;
        const auto worth = mapped_value(entry);
        if (worth <= 0) continue;
        if (response.cardinality != "single") continue;  // the correct response already says it
        if (worth < best)
            response.partial_credit = true;
        else if (!response.accepts(key))
            response.correct.push_back(key);
    }
}

}  // namespace

bool QtiResponse::is_number() const { return base_type == "integer" || base_type == "float"; }

bool QtiResponse::accepts(std::string_view value) const {
    return std::ranges::find(correct, value) != correct.end();
}

std::map<std::string, QtiResponse> qti_responses(const pugi::xml_node& item) {
    std::map<std::string, QtiResponse> responses;
    for (const auto& declaration : descendants(item, "responsedeclaration")) {
        QtiResponse response;
        response.base_type = plain_attribute(declaration, "basetype");
        response.cardinality = plain_attribute(declaration, "cardinality");
        for (const auto& correct : descendants(declaration, "correctresponse"))
            for (const auto& value : descendants(correct, "value"))
                response.correct.emplace_back(trimmed(value.text().get()));
        for (const auto& mapping : descendants(declaration, "mapping"))
            read_mapping(mapping, response);
        responses.emplace(plain_attribute(declaration, "identifier"), std::move(response));
    }
    return responses;
}

}  // namespace preau::importers
