// SPDX-License-Identifier: Apache-2.0
#include "central/desk/enrolment.hpp"

#include "central/desk/desk_room.hpp"

using namespace preau;
using central::NotEnrolled;
using test::BoxKeys;
using test::DeskEngine;
using test::DeskRoom;

namespace {

const std::string kSchool = "0331234A";
constexpr Duration kDay = minutes(24 * 60);

/// A desk that has given a code for BOX-1.
struct Office : DeskRoom {
    explicit Office(DeskEngine engine) : DeskRoom(engine) {}

    std::string code = enrolment.give_code("BOX-1", kSchool).value();
    BoxKeys box{11};

    template <class Answer>
    NotEnrolled why(const Answer& answer) {
        if (answer) FAIL("a certificate was given");
        return answer.error().why;
    }
    void enrolled() { REQUIRE(enrolment.enrol(box.request(kSchool), code)); }
};

Office office() { return Office(GENERATE(DeskEngine::sqlite, DeskEngine::postgresql)); }

}  // namespace

TEST_CASE("no certificate is given for a code that is wrong, too old or another school's") {
    auto here = office();
    auto wrong = here.code;
    wrong[0] = wrong[0] == '7' ? '8' : '7';
    const auto request = here.box.request(kSchool);
    CHECK(here.why(here.enrolment.enrol(request, wrong)) == NotEnrolled::code_refused);
    CHECK(here.why(here.enrolment.enrol(request, "")) == NotEnrolled::code_refused);
    CHECK(here.why(here.enrolment.enrol(here.box.request("0750001B"), here.code)) ==
          NotEnrolled::school_differs);
    here.clock.pass(kDay);
    CHECK(here.why(here.enrolment.enrol(request, here.code)) == NotEnrolled::code_refused);
    CHECK(here.enrolment.all()->empty());
}

TEST_CASE("no certificate is given for a request that its keys did not sign") {
    auto here = office();
    auto request = here.box.request(kSchool);
    CHECK(here.why(here.enrolment.enrol("{}", here.code)) == NotEnrolled::request_malformed);
    request[request.size() / 2] ^= 1;
    CHECK(here.why(here.enrolment.enrol(request, here.code)) == NotEnrolled::request_malformed);
    CHECK(here.enrolment.enrol(here.box.request(kSchool), here.code));
}

TEST_CASE("a code works once: again for the same machine it gives the same certificate") {
    auto here = office();
    const auto first = here.enrolment.enrol(here.box.request(kSchool), here.code);
    const auto again = here.enrolment.enrol(here.box.request(kSchool), here.code);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(*first == *again);
    CHECK(here.why(here.enrolment.enrol(BoxKeys(12).request(kSchool), here.code)) ==
          NotEnrolled::code_refused);
    CHECK(here.enrolment.certificates("BOX-1")->size() == 1);
}

TEST_CASE("the certificate states the box, its school, its keys, and a time under 400 days") {
    auto here = office();
    const auto envelope = here.enrolment.enrol(here.box.request(kSchool), here.code);
    const auto certificate = seal::open_certificate(*envelope, test::role_keys().root());
    REQUIRE(certificate);
    CHECK(certificate->box == "BOX-1");
    CHECK(certificate->uai == kSchool);
    CHECK(certificate->signing == here.box.signing.public_key());
    CHECK(certificate->encryption == here.box.encryption.recipient());
    CHECK(certificate->is_valid_at(here.clock.wall_now()));
    CHECK_FALSE(certificate->is_valid_at(here.clock.wall_now() + Duration{400 * kDay.ms}));
}

TEST_CASE("a box set up anew is a new box: it cannot take the name it had") {
    auto here = office();
    here.enrolled();
    const auto code = here.enrolment.give_code("BOX-1", kSchool).value();
    const BoxKeys anew(12);
    CHECK(here.why(here.enrolment.enrol(anew.request(kSchool), code)) == NotEnrolled::box_taken);
    const auto other = here.enrolment.give_code("BOX-2", kSchool).value();
    CHECK(here.enrolment.enrol(anew.request(kSchool), other));
    // The refusal did not use the code up, and keys name one box.
    CHECK(here.why(here.enrolment.enrol(anew.request(kSchool), code)) == NotEnrolled::box_taken);
    CHECK(here.why(here.enrolment.enrol_by_hand(anew.request(kSchool), "BOX-3")) ==
          NotEnrolled::key_known);
    CHECK(here.why(here.enrolment.enrol_by_hand(BoxKeys(13).request(kSchool), "box 3")) ==
          NotEnrolled::box_taken);
    CHECK(here.enrolment.all()->size() == 2);
}

TEST_CASE("keys are replaced only by who has the present ones") {
    auto here = office();
    here.enrolled();
    const BoxKeys next(12), stranger(13);
    CHECK(here.why(here.enrolment.renew(next.request(kSchool))) == NotEnrolled::not_rotating);
    CHECK(here.why(here.enrolment.renew(next.rotation_from(stranger, kSchool))) ==
          NotEnrolled::not_rotating);
    REQUIRE(here.enrolment.renew(next.rotation_from(here.box, kSchool)));
    CHECK((*here.enrolment.find("BOX-1"))->certificate.signing == next.signing.public_key());
    // The former key is known, for sessions that it opened, and replaces nothing any more.
    CHECK(here.enrolment.certificates("BOX-1")->size() == 2);
    CHECK(here.why(here.enrolment.renew(stranger.rotation_from(here.box, kSchool))) ==
          NotEnrolled::not_rotating);
}

TEST_CASE("a revoked box gets nothing more, and stays revoked as it was") {
    auto here = office();
    CHECK_FALSE(here.enrolment.revoke("BOX-1", here.clock.wall_now(), "volé", "M. Bon"));
    here.enrolled();
    CHECK_FALSE(here.enrolment.revoke("BOX-1", here.clock.wall_now(), "", "M. Bon"));
    const auto since = here.clock.wall_now();
    REQUIRE(here.enrolment.revoke("BOX-1", since, "volé", "M. Bon"));
    here.clock.pass(kDay);
    REQUIRE(here.enrolment.revoke("BOX-1", here.clock.wall_now(), "autre", "M. Bon"));
    const auto box = here.enrolment.find("BOX-1").value().value();
    REQUIRE(box.revocation);
    CHECK(box.revocation->since == since);
    CHECK(box.revocation->reason == "volé");
    CHECK(here.enrolment.revocations()->size() == 1);
    const BoxKeys next(12);
    CHECK(here.why(here.enrolment.renew(next.rotation_from(here.box, kSchool))) ==
          NotEnrolled::box_revoked);
    CHECK(here.why(here.enrolment.enrol(here.box.request(kSchool), here.code)) !=
          NotEnrolled::storage_failed);
}
