// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/enrolment.hpp"
#include "central/desk/forms.hpp"
#include "central/desk/html.hpp"
#include "central/desk/results.hpp"
#include "central/desk/tries.hpp"

#include <functional>

namespace preau::central {

/// Scores a candidate of an accepted session again, from the events kept here.
using ScoreAgain = std::function<Result<Scored>(const AttemptId&)>;

/// What bounds guessing, for all threads of the process.
struct DeskTries {
    explicit DeskTries(Clock& clock)
        : codes(clock, 10, minutes(5)),
          logins(clock, 10, minutes(5)),
          checks(clock, 30, minutes(1)) {}

    Tries codes;   ///< enrolment codes
    Tries logins;  ///< tokens typed on the login page
    Tries checks;  ///< verification codes
};

/// What the desk works with; all of it must outlive the desk.
struct DeskParts {
    sql::Connection& database;
    const RoleKeys& keys;
    std::filesystem::path packs;
    Clock& clock;
    Entropy& entropy;
    DeskTries& tries;
    ScoreAgain score_again{};
};

/// One request at the desk, and who asks.
struct Call {
    const http::Request& request;
    DeskParts& desk;
    std::vector<std::string_view> wildcards{};  ///< what `*` stands for in the route, in order
    Holder holder{};
    std::string_view cookie{};
    FormFields form{};  ///< of a page's POST

    Access access() { return {desk.database, desk.clock, desk.entropy}; }
    Enrolment enrolment() {
        return Enrolment({desk.database, desk.keys, desk.clock, desk.entropy});
    }
    Documents documents() { return {desk.database, desk.packs, desk.clock}; }
    Pupils pupils() { return {desk.database, desk.entropy}; }
    Frame frame(std::string_view title) const;
};

/// application/problem+json.
http::Response problem_of(int status, std::string_view code, std::string_view title);
http::Response json_of(const json::Value& value, int status = 200);
/// The operator's log gets why, whoever asked gets that it did not work.
http::Response storage_problem(const Error& error);
/// The same as a page.
http::Response storage_page(Call& call, const Error& error);

}  // namespace preau::central
