// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "office/roster_csv.hpp"
#include "support/catch.hpp"
#include "tool/demo/roster.hpp"
#include "tool/demo_words.hpp"
#include "tool/rehearsal_roster.hpp"

#include <set>

using namespace preau;

TEST_CASE("The demo's class is enrolled without a remark") {
    const auto roster = office::read_roster(tool::kDemoRoster);
    for (const auto& problem : roster.problems) UNSCOPED_INFO(office::explain(problem));
    CHECK(roster.problems.empty());
    CHECK(roster.enrolments.size() == 24);
}

TEST_CASE("The demo's class has two pupils with extra time and two of one name") {
    const auto roster = office::read_roster(tool::kDemoRoster);
    std::multiset<std::string> names;
    int extra_time = 0;
    for (const auto& enrolment : roster.enrolments) {
        names.insert(enrolment.identity.last_name);
        if (enrolment.extra_time_percent == 33) ++extra_time;
    }
    CHECK(extra_time == 2);
    CHECK(names.count("DUPRÉ") == 2);
}

TEST_CASE("The demo's example is the first pupil of the class") {
    CHECK(tool::first_pupil(tool::kDemoRoster) == "ABADIE / Zoé / 14/03/2010");
}

TEST_CASE("A rehearsal's roster is enrolled without a remark, whatever the seed") {
    const auto seed = GENERATE(range(0, 20));
    const auto pupils =
        tool::invent_pupils(limits::candidates_per_session_max, static_cast<std::uint64_t>(seed));
    const auto roster = office::read_roster(tool::roster_csv(pupils));
    for (const auto& problem : roster.problems) UNSCOPED_INFO(office::explain(problem));
    REQUIRE(roster.problems.empty());
    REQUIRE(roster.enrolments.size() == pupils.size());
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        CHECK(roster.enrolments[i].identity.last_name == pupils[i].last_name);
        CHECK(roster.enrolments[i].identity.birthdate == pupils[i].birthdate);
        CHECK(roster.enrolments[i].extra_time_percent == pupils[i].extra_time_percent);
    }
}

TEST_CASE("The same seed invents the same people, another one others") {
    CHECK(tool::roster_csv(tool::invent_pupils(40, 1)) ==
          tool::roster_csv(tool::invent_pupils(40, 1)));
    CHECK(tool::roster_csv(tool::invent_pupils(40, 1)) !=
          tool::roster_csv(tool::invent_pupils(40, 2)));
}
