// SPDX-License-Identifier: Apache-2.0
#include "api/idempotency_key.hpp"

namespace preau::api {

std::variant<CommandId, Problem> read_idempotency_key(const http::Request& request) {
    const auto id = CommandId::from_hex(request.idempotency_key);
    // All zero names nothing: in the journal it is an act that nobody sends again.
    if (id && *id != CommandId{}) return *id;
    return problem_of(json::FieldProblem{
        "Idempotency-Key", request.idempotency_key.empty() ? "missing" : "malformed",
        "L’en-tête Idempotency-Key doit porter 32 chiffres hexadécimaux minuscules, pas tous 0."});
}

}  // namespace preau::api
