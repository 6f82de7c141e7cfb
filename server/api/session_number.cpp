// SPDX-License-Identifier: Apache-2.0
#include "api/session_number.hpp"

#include "base/ids.hpp"

namespace preau::api {

std::string read_session_number(json::Fields& fields) {
    auto text = fields.text("session", 16);
    if (text.starts_with("C-") || text.starts_with("c-")) text.erase(0, 2);
    if (fields.ok() && !is_session_number(text))
        fields.refuse("session", "malformed",
                      "Le numéro de session ne contient que des chiffres, 10 au plus.");
    return text;
}

}  // namespace preau::api
