// SPDX-License-Identifier: Apache-2.0
#include "api/card_signs.hpp"

#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <algorithm>

using namespace preau;
using api::Surroundings;
using exam::Candidate;
using exam::Hold;
using exam::Phase;

namespace {

Candidate working() {
    Candidate candidate;
    candidate.phase = Phase::in_progress;
    candidate.lease = test::device(1);
    candidate.timing.running_since = Tick{};
    candidate.questions.emplace_back();
    return candidate;
}

bool shows(const Candidate& candidate, const Surroundings& around, std::string_view flag) {
    const auto all = api::flags(candidate, around);
    return std::ranges::find(all, flag) != all.end();
}

const Surroundings kCalm{};

/// Everything that can happen to somebody who works, at once.
Candidate in_every_trouble() {
    auto candidate = working();
    candidate.holds = {Hold::report, Hold::contact, Hold::pause, Hold::room_pause, Hold::lockdown};
    candidate.questions.back().focus_lost = true;
    candidate.requested_lease = test::device(2);
    candidate.deadline_passed = true;
    candidate.interruptions.push_back({.lasted = seconds(20), .ended = true});
    return candidate;
}

}  // namespace

TEST_CASE("card: an alert never hides another") {
    const auto candidate = in_every_trouble();
    const Surroundings around{
        .silent = true, .namesake = true, .lockdown = exam::LockdownPolicy::seb};
    const std::vector<std::string_view> all = {
        "report", "lockdown_missing", "resume_requested", "deadline_passed", "offline",
        "silent", "focus_lost",       "paused",           "interruption",    "homonym"};
    CHECK(api::flags(candidate, around) == all);
    CHECK(api::urgency(candidate, around) == 0);
}

TEST_CASE("card: somebody who works in peace shows nothing and wants nothing") {
    CHECK(api::flags(working(), kCalm).empty());
    CHECK_FALSE(api::urgency(working(), kCalm).has_value());
}

TEST_CASE("card: as each trouble is dealt with, the next one is the most urgent") {
    auto candidate = in_every_trouble();
    Surroundings around{.silent = true, .lockdown = exam::LockdownPolicy::any};
    CHECK(api::urgency(candidate, around) == 0);
    candidate.holds.erase(Hold::report);
    CHECK(api::urgency(candidate, around) == 1);
    candidate.lockdown.kind = exam::LockdownKind::companion;
    CHECK(api::urgency(candidate, around) == 2);
    candidate.requested_lease.reset();
    CHECK(api::urgency(candidate, around) == 3);
    candidate.deadline_passed = false;
    CHECK(api::urgency(candidate, around) == 5);
    candidate.holds.erase(Hold::contact);
    CHECK(api::urgency(candidate, around) == 5);
    around.silent = false;
    CHECK(api::urgency(candidate, around) == 6);
    candidate.interruptions.back().ruling = exam::Interruption::Ruling::granted;
    CHECK_FALSE(api::urgency(candidate, around).has_value());
}

TEST_CASE("card: presence to confirm comes before silence, and after what stops a test") {
    Candidate candidate;
    candidate.phase = Phase::present;
    CHECK(api::urgency(candidate, kCalm) == 4);
    CHECK(api::urgency(candidate, {.silent = true}) == 4);
    CHECK(api::urgency(candidate, {.lockdown = exam::LockdownPolicy::seb}) == 1);
    candidate.phase = Phase::authorised;
    CHECK_FALSE(api::urgency(candidate, {.silent = true}).has_value());
    CHECK(shows(candidate, {.silent = true}, "silent"));
}

TEST_CASE("card: a waived lockdown is shown, and is nothing to do") {
    auto candidate = working();
    candidate.lockdown_waived = true;
    const Surroundings around{.lockdown = exam::LockdownPolicy::companion};
    CHECK(shows(candidate, around, "lockdown_waived"));
    CHECK_FALSE(shows(candidate, around, "lockdown_missing"));
    CHECK_FALSE(api::urgency(candidate, around).has_value());
    candidate.lockdown.kind = exam::LockdownKind::companion;
    CHECK_FALSE(shows(candidate, around, "lockdown_waived"));
}

TEST_CASE("card: nobody who has not come, or has finished, lacks a lockdown") {
    for (const auto phase : {Phase::absent, Phase::finished}) {
        Candidate candidate;
        candidate.phase = phase;
        candidate.deadline_passed = true;
        candidate.interruptions.push_back({.lasted = seconds(20), .ended = true});
        const Surroundings around{.lockdown = exam::LockdownPolicy::any};
        CHECK(api::flags(candidate, around).empty());
        CHECK_FALSE(api::urgency(candidate, around).has_value());
    }
}

TEST_CASE("card: of several interruptions the oldest without a ruling is asked first") {
    auto candidate = working();
    using enum exam::Interruption::Ruling;
    candidate.interruptions = {{.lasted = seconds(20), .ended = true, .ruling = granted},
                               {.lasted = seconds(0), .ended = true},
                               {.lasted = seconds(30), .ended = true},
                               {.lasted = seconds(40), .ended = true},
                               {.lasted = seconds(5)}};
    CHECK(api::unruled_interruption(candidate) == 3);
    candidate.interruptions[2].ruling = withdrawn;
    CHECK(api::unruled_interruption(candidate) == 4);
    candidate.interruptions[3].ruling = granted;
    CHECK(api::unruled_interruption(candidate) == 0);
}
