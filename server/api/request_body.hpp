// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/problem.hpp"
#include "json/read.hpp"

#include <variant>

namespace preau::api {

/// Reads a JSON body through `read`, a function of json::Fields; whatever the document has too
/// much, too little or wrong becomes the problem.
template <class Read>
auto read_body(const http::Request& request, Read read)
    -> std::variant<decltype(read(std::declval<json::Fields&>())), Problem> {
    const auto document = json::read(request.body);
    if (!document)
        return Problem{400, "malformed", "Le corps de la requête n’est pas du JSON correct.", "",
                       0};
    json::Fields fields(*document);
    auto value = read(fields);
    if (const auto problem = fields.finish()) return problem_of(*problem);
    return value;
}

}  // namespace preau::api
