// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/problem.hpp"
#include "json/read.hpp"

#include <optional>
#include <variant>

namespace preau::api {

/// Reads a JSON body through `read`, a function of json::Fields; whatever the document has too
/// much, too little or wrong becomes the problem.
template <class Read>
auto read_body(const http::Request& request, Read read)
    -> std::variant<decltype(read(std::declval<json::Fields&>())), Problem> {
    const auto document = json::read(request.body);
    if (!document)
        return problem_of(json::FieldProblem{"", "malformed",
                                             "Le corps de la requête n’est pas du JSON correct."});
    json::Fields fields(*document);
    auto value = read(fields);
    if (const auto problem = fields.finish()) return problem_of(*problem);
    return value;
}

/// For acts that say everything in their address: the body is {}.
inline std::optional<Problem> refuse_fields(const http::Request& request) {
    const auto body = read_body(request, [](json::Fields&) { return true; });
    const auto* problem = std::get_if<Problem>(&body);
    return problem == nullptr ? std::nullopt : std::optional(*problem);
}

/// A text that a person types: an empty one is missing.
inline std::string typed_text(json::Fields& fields, std::string_view name, std::size_t bytes_max,
                              std::string_view when_empty) {
    auto text = fields.text(name, bytes_max);
    if (text.empty()) fields.refuse(name, "missing", std::string(when_empty));
    return text;
}

}  // namespace preau::api
