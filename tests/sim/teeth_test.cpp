// SPDX-License-Identifier: Apache-2.0
//
// A simulation that never complains proves nothing: here the box is wrong in one way, and the same
// seeds must say so. simulation_test runs them without the weakness: they are clean.
#include "sim/world.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace preau::sim;

namespace {

constexpr std::uint64_t kSeedsMax = 5;

/// The first of the worlds in which that box is caught.
Report first_caught(Weakness weakness) {
    for (std::uint64_t seed = 1; seed < kSeedsMax; ++seed)
        if (auto report = run_world(seed, weakness); !report.violations.empty()) return report;
    return run_world(kSeedsMax, weakness);
}

}  // namespace

TEST_CASE("teeth: the simulation sees a reply that leaves before the commit") {
    CHECK(first_caught(Weakness::reply_before_commit).tally.lost > 0);
}

TEST_CASE("teeth: the simulation sees an answer that counts twice because it was sent twice") {
    CHECK(first_caught(Weakness::command_ids_ignored).tally.doubled > 0);
}

TEST_CASE("teeth: the simulation sees an answer that is refused although it was recorded") {
    CHECK_FALSE(first_caught(Weakness::retries_refused).violations.empty());
}

TEST_CASE("teeth: the simulation sees a page that was left and is forgotten") {
    CHECK_FALSE(first_caught(Weakness::focus_losses_forgotten).violations.empty());
}

TEST_CASE("teeth: the simulation sees an act that is applied twice because it was sent twice") {
    const auto report = first_caught(Weakness::act_keys_ignored);
    REQUIRE_FALSE(report.violations.empty());
    CHECK(std::ranges::any_of(report.violations, [](const std::string& violation) {
        return violation.find("is applied twice") != std::string::npos;
    }));
}

TEST_CASE("teeth: the simulation sees a report that is forgotten") {
    CHECK_FALSE(first_caught(Weakness::reports_forgotten).violations.empty());
}

TEST_CASE("teeth: the simulation sees news that leave before the commit") {
    CHECK_FALSE(first_caught(Weakness::announce_before_commit).violations.empty());
}

TEST_CASE("teeth: the simulation sees durations that follow the wall clock") {
    CHECK_FALSE(first_caught(Weakness::durations_by_wall).violations.empty());
}
