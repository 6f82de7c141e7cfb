// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/refusal.hpp"
#include "http/message.hpp"
#include "json/fields.hpp"

#include <span>
#include <string>
#include <string_view>

namespace preau::api {

/// Why a request was not served, as the body of an application/problem+json answer: a stable code
/// for programs, a French sentence for people, the field when there is one.
struct Problem {
    int status = 400;
    std::string code;
    std::string title;
    std::string field{};
    int retry_after_seconds = 0;  ///< 0: do not say
    std::string allow{};          ///< methods of the address, for a 405
};

/// What is wrong with a request as such, before any rule of the exam.
enum class Fault {
    not_found,
    method_not_allowed,
    header_missing,
    foreign_origin,
    media_type,
    token_unknown,
    device_waiting,
    password_wrong,
    office_code_wrong,
    session_locked,  ///< until the code of the day is given
    code_wrong,
    share_missing,
    pack_missing,
    pack_altered,
    journal_damaged,
    too_many_requests,
    overloaded,
    second_copy_missing,
    copy_unread,
    copy_damaged,
    copy_differs,
};
std::span<const Fault> all_faults();

Problem problem_of(Fault fault);
/// In the words of the candidate, or of the invigilator.
Problem problem_of(exam::Refusal refusal);
Problem invigilation_problem(exam::Refusal refusal);
Problem problem_of(const json::FieldProblem& problem);

/// The candidate's page then says where the test goes on; the invigilator's asks to enter again.
Problem candidate_token_unknown();
Problem invigilator_token_unknown();
Problem office_token_unknown();
Problem too_many_requests(int retry_after_seconds);
/// The room cannot take more requests just now.
Problem overloaded();

/// The answer is on the box, and a session that needs two copies has one: to be sent again.
Problem second_copy_missing();

http::Response to_response(const Problem& problem);

}  // namespace preau::api
