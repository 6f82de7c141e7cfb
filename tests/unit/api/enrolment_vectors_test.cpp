// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"
#include "support/catch.hpp"
#include "support/vectors.hpp"
#include "unit/api/served_room.hpp"

#include <map>

using namespace preau;
using test::at;
using test::ServedRoom;

// Pix's checks of who enters a session, as they are here: an account of the platform is a device of
// the room. Who is seated already is not refused: the second device waits for the invigilator.
namespace {

struct Outcome {
    std::string code;    ///< of the refusal; empty when the device joined
    std::string access;  ///< granted, waiting; empty when it did not join
    bool operator==(const Outcome&) const = default;
};

exam::Identity entered(const json::Value& check) {
    const auto& typed = at(check, "entered");
    return {*at(typed, "lastName").text(), *at(typed, "firstName").text(),
            *at(typed, "birthdate").text()};
}

Outcome join(ServedRoom& room, const exam::Identity& who, const std::string& token) {
    const auto reply = room.post("/api/v1/candidates/join", "", test::identity_body(who, token));
    if (reply.status() != 200) return {reply.code(), ""};
    return {"", *at(at(reply.body, "view"), "access").text()};
}

Outcome happens(const std::string& given, const exam::Identity& who) {
    const std::string token(32, '7');
    const bool is_enrolled = given != "no enrolled candidate matches";
    test::SmallRoomOptions options{.candidates = 1};
    if (is_enrolled) options.others = {{.candidate = {2}, .identity = who, .group = ""}};
    ServedRoom room(std::move(options));
    if (given == "the match is already reconciled to another user")
        join(room, who, std::string(32, '8'));
    if (given == "this user is already reconciled to another candidate of the session")
        join(room, test::pupil(1), token);
    return join(room, who, token);
}

const std::map<std::string, Outcome> kOurs = {
    {"ok (candidate returned)", {"", "granted"}},
    {"CertificationCandidateByPersonalInfoNotFoundError", {"candidate_unknown", ""}},
    {"UnexpectedUserAccountError", {"", "waiting"}},
    {"UserAlreadyLinkedToCandidateInSessionError", {"device_in_use", ""}}};

}  // namespace

TEST_CASE("joining: known vectors of the identity checks") {
    const auto file = json::read(test::read_vectors("enrolment.json"));
    REQUIRE(file.has_value());
    const auto& check = at(*file, "identity_check");
    std::size_t cases = 0;
    for (const auto& one : *at(check, "cases").array()) {
        const auto& given = *at(one, "given").text();
        INFO(given);
        const auto* error = one.find("error");
        const auto& theirs = *(error ? *error : at(one, "expected")).text();
        REQUIRE(kOurs.contains(theirs));
        CHECK(happens(given, entered(check)) == kOurs.at(theirs));
        ++cases;
    }
    CHECK(cases >= 4);
}
