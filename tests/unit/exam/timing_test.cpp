// SPDX-License-Identifier: Apache-2.0
#include "exam/timing.hpp"

#include "support/catch.hpp"

using namespace preau;
using namespace preau::exam;

namespace {
constexpr Duration kAssessment = minutes(105);
constexpr Tick at(std::int64_t minute) { return {minute * 60'000}; }
}  // namespace

TEST_CASE("timing: a third more time makes 140 minutes of 105, to the millisecond") {
    CHECK(allotted(start_clock({}, 0), kAssessment) == minutes(105));
    CHECK(allotted(start_clock({}, 33), kAssessment) == Duration{8'379'000});
    CHECK(allotted(start_clock({}, 100), kAssessment) == minutes(210));
}

TEST_CASE("timing: an instant before the start is no time worked") {
    const auto timing = start_clock(at(10), 0);
    CHECK(worked(timing, at(5)) == Duration{0});
    CHECK(hold(timing, at(5)).worked_before == Duration{0});
}

TEST_CASE("timing: what is left goes under zero once the deadline has passed") {
    const auto timing = start_clock(at(10), 0);
    CHECK(remaining(timing, kAssessment, at(10)) == minutes(105));
    CHECK(remaining(timing, kAssessment, at(115)) == Duration{0});
    CHECK(remaining(timing, kAssessment, at(116)) == minutes(-1));
}

TEST_CASE("timing: the clock stands still during a hold, from the instant it began") {
    auto timing = start_clock(at(0), 0);
    timing = hold(timing, at(20));
    CHECK(worked(timing, at(50)) == minutes(20));
    timing = release(timing, at(50));
    CHECK(worked(timing, at(60)) == minutes(30));
    CHECK(remaining(timing, kAssessment, at(60)) == minutes(75));
}

TEST_CASE("timing: holding or releasing twice changes nothing") {
    const auto held = hold(start_clock(at(0), 0), at(20));
    CHECK(hold(held, at(40)) == held);
    const auto running = release(held, at(50));
    CHECK(release(running, at(70)) == running);
}

TEST_CASE("timing: a hold cannot take back time that was worked before the last release") {
    auto timing = release(hold(start_clock(at(0), 0), at(20)), at(30));
    timing = hold(timing, at(10));
    CHECK(worked(timing, at(99)) == minutes(20));
}
