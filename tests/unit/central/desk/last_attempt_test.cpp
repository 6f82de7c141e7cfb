// SPDX-License-Identifier: Apache-2.0
#include "central/desk/last_attempt.hpp"

#include "support/catch.hpp"

#include <algorithm>

using namespace preau;
using central::Attempt;
using central::Doubt;

namespace {

constexpr Duration kDay = minutes(24 * 60);
const WallTime kMonday{1'774'000'000'000};

WallTime days(std::int64_t n) { return kMonday + Duration{n * kDay.ms}; }

/// Held on one day, in a window of that day, by a box whose clock is right.
Attempt on_day(std::uint8_t session, std::int64_t day) {
    Attempt attempt;
    attempt.id.session.bytes.fill(session);
    attempt.id.candidate = {1};
    attempt.authorised_from = days(day);
    attempt.authorised_until = days(day) + minutes(12 * 60);
    attempt.started = days(day) + minutes(120);
    attempt.quality = ClockQuality::ntp;
    return attempt;
}

/// In one wide window, as when a school chooses the day itself.
Attempt in_month(std::uint8_t session, std::int64_t day, ClockQuality quality) {
    auto attempt = on_day(session, day);
    attempt.authorised_from = days(0);
    attempt.authorised_until = days(30);
    attempt.quality = quality;
    return attempt;
}

/// The session that counts, whichever came first; 0 for none.
int counts(std::vector<Attempt> attempts, Doubt doubt,
           const std::optional<central::Settlement>& settlement = {}) {
    std::optional<int> found;
    for (int turn = 0; turn < 2; ++turn) {
        const auto counting = central::counting(attempts, settlement);
        CHECK(counting.doubt == doubt);
        const int now = counting.counts ? attempts[*counting.counts].id.session.bytes[0] : 0;
        if (found) CHECK(*found == now);
        found = now;
        std::reverse(attempts.begin(), attempts.end());
    }
    return *found;
}

}  // namespace

TEST_CASE("the later exam counts, in whichever order the two bundles arrived") {
    CHECK(counts({on_day(1, 0), on_day(2, 7)}, Doubt::none) == 2);
    CHECK(counts({on_day(1, 9), on_day(2, 7)}, Doubt::none) == 1);
    CHECK(counts({on_day(1, 0)}, Doubt::none) == 1);
}

TEST_CASE("of three exams the last counts, whatever became of the others") {
    auto first = on_day(1, 0);
    auto second = on_day(2, 7);
    second.status = exam::ResultStatus::cancelled;
    CHECK(counts({first, second, on_day(3, 14)}, Doubt::none) == 3);
    CHECK(counts({on_day(3, 14), first, second}, Doubt::none) == 3);
}

TEST_CASE("a clock of 1970 changes nothing when the authorised days tell the order") {
    auto later = on_day(2, 7);
    later.started = {0};
    for (const auto quality : {ClockQuality::unknown, ClockQuality::floor, ClockQuality::rtc,
                               ClockQuality::operator_set}) {
        later.quality = quality;
        CHECK(counts({on_day(1, 0), later}, Doubt::none) == 2);
    }
}

TEST_CASE("a clock of 1970 inside one wide window leaves the order to the jury") {
    auto broken = in_month(2, 7, ClockQuality::unknown);
    broken.started = {0};
    CHECK(counts({in_month(1, 3, ClockQuality::ntp), broken}, Doubt::order_open) == 0);
    broken.quality = ClockQuality::rtc;  // an empty battery
    CHECK(counts({in_month(1, 3, ClockQuality::ntp), broken}, Doubt::order_open) == 0);
}

TEST_CASE("clocks are believed as far as their quality goes") {
    const auto steady = in_month(1, 3, ClockQuality::ntp);
    CHECK(counts({steady, in_month(2, 4, ClockQuality::central)}, Doubt::none) == 2);
    CHECK(counts({steady, in_month(2, 4, ClockQuality::rtc)}, Doubt::none) == 2);
    CHECK(counts({steady, in_month(2, 4, ClockQuality::operator_set)}, Doubt::order_open) == 0);
    CHECK(counts({steady, in_month(2, 5, ClockQuality::operator_set)}, Doubt::none) == 2);
    CHECK(counts({steady, in_month(2, 4, ClockQuality::floor)}, Doubt::none) == 2);
    CHECK(counts({steady, in_month(2, 2, ClockQuality::floor)}, Doubt::order_open) == 0);
    CHECK(counts({steady, in_month(2, 9, ClockQuality::unknown)}, Doubt::order_open) == 0);
}

TEST_CASE("two starts that the clocks cannot tell apart are in doubt") {
    auto close = in_month(2, 3, ClockQuality::rtc);
    close.started = close.started + minutes(30);
    CHECK(counts({in_month(1, 3, ClockQuality::rtc), close}, Doubt::order_open) == 0);
    CHECK(counts({on_day(1, 3), on_day(2, 3)}, Doubt::order_open) == 0);
}

TEST_CASE("a vouched clock is believed outside a window that the school overrode") {
    auto late = on_day(2, 3);
    late.started = days(20);
    CHECK(counts({on_day(1, 9), late}, Doubt::none) == 2);
    late.quality = ClockQuality::rtc;
    CHECK(counts({on_day(1, 9), late}, Doubt::none) == 1);
}

TEST_CASE("a retake that was cancelled or rejected leaves the pair to the jury") {
    auto later = on_day(2, 7);
    for (const auto status : {exam::ResultStatus::cancelled, exam::ResultStatus::rejected}) {
        later.status = status;
        CHECK(counts({on_day(1, 0), later}, Doubt::retake_not_validated) == 0);
        CHECK(counts({later}, Doubt::none) == 2);
    }
}

TEST_CASE("a first certification that was cancelled gives way to a validated retake") {
    auto first = on_day(1, 0);
    first.status = exam::ResultStatus::cancelled;
    CHECK(counts({first, on_day(2, 7)}, Doubt::none) == 2);
}

TEST_CASE("the jury's choice holds for the attempts it saw, as long as there is a doubt") {
    auto later = on_day(2, 7);
    later.status = exam::ResultStatus::rejected;
    const auto first = on_day(1, 0);
    central::Settlement settlement{{first.id, later.id}, first.id};
    CHECK(counts({first, later}, Doubt::retake_not_validated, settlement) == 1);

    auto third = on_day(3, 14);
    third.status = exam::ResultStatus::cancelled;
    CHECK(counts({first, later, third}, Doubt::retake_not_validated, settlement) == 0);

    later.status = exam::ResultStatus::validated;
    CHECK(counts({first, later}, Doubt::none, settlement) == 2);
}
