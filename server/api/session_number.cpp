// SPDX-License-Identifier: Apache-2.0
#include "api/session_number.hpp"

#include "api/request_body.hpp"
#include "base/ids.hpp"

namespace preau::api {

std::string read_session_number(json::Fields& fields) {
    auto text = typed_text(fields, "session", 16, "Écrivez le numéro de session.");
    if (text.starts_with("C-") || text.starts_with("c-")) text.erase(0, 2);
    if (fields.ok() && !is_session_number(text))
        fields.refuse(
            "session", "malformed",
            "Le numéro de session ne contient que des chiffres, 10 au plus, et ne commence "
            "pas par 0.");
    return text;
}

}  // namespace preau::api
