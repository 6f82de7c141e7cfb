// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/refusal.hpp"
#include "http/message.hpp"
#include "json/fields.hpp"

namespace preau::api {

/// Why a request was not served, as the body of an application/problem+json answer: a stable code
/// for programs, a French sentence for people, the field when there is one.
struct Problem {
    int status = 400;
    std::string code;
    std::string title;
    std::string field;
    int retry_after_seconds = 0;  ///< 0: do not say
};

Problem problem_of(exam::Refusal refusal);
Problem problem_of(const json::FieldProblem& problem);

Problem not_found();
Problem method_not_allowed();
/// The device's token acts for nobody any more.
Problem token_unknown();
Problem too_many_requests(int retry_after_seconds);
/// The room cannot take more requests just now.
Problem overloaded();

http::Response to_response(const Problem& problem);

}  // namespace preau::api
