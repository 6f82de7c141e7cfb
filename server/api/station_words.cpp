// SPDX-License-Identifier: Apache-2.0
#include "api/station_words.hpp"

#include "office/office_text.hpp"

namespace preau::api {

std::string plain_text(json::Fields& fields, std::string_view name, std::size_t bytes_max) {
    auto text = fields.text(name, bytes_max);
    if (const auto why = office::unfit_text(text))
        fields.refuse(name, "malformed", std::string(*why));
    return text;
}

}  // namespace preau::api
