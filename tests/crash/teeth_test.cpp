// SPDX-License-Identifier: Apache-2.0
//
// A laboratory that never complains proves nothing: here is a box that is wrong in one way, and the
// same series must say so. laboratory_test runs the same seeds without the weakness: they are
// clean.
#include "crash/laboratory.hpp"
#include "support/catch.hpp"

using namespace preau::crash;

namespace {

using Series = void (Laboratory::*)(std::uint64_t seed);
using Counter = std::uint64_t Tally::*;

/// The series until it has counted one of what this weakness must bring.
Tally run_weak(Weakness weakness, Series series, std::uint64_t seed, Counter expected) {
    Laboratory laboratory(weakness);
    laboratory.stop_at_first(expected);
    (laboratory.*series)(seed);
    return laboratory.tally();
}

bool is_seen(Weakness weakness, Series series, std::uint64_t seed, Counter expected) {
    return run_weak(weakness, series, seed, expected).*expected > 0;
}

}  // namespace

TEST_CASE("teeth: the laboratory sees that a log is not synced at each commit") {
    CHECK(is_seen(Weakness::normal_synchronous, &Laboratory::cut_power, 1, &Tally::lost));
}

TEST_CASE("teeth: the laboratory sees a reply that leaves before the commit") {
    CHECK(is_seen(Weakness::reply_before_commit, &Laboratory::cut_power, 2, &Tally::lost));
}

TEST_CASE("teeth: the laboratory sees a sync that failed and is tried again") {
    CHECK(is_seen(Weakness::retried_fsync, &Laboratory::fail_operations, 3, &Tally::lost));
}

TEST_CASE("teeth: the laboratory sees a restart that believes the cache after a failed sync") {
    CHECK(is_seen(Weakness::believed_cache, &Laboratory::fail_operations, 3, &Tally::unopened));
}

TEST_CASE("teeth: the laboratory sees a journal that is read without following its links") {
    CHECK(
        is_seen(Weakness::unchecked_previous, &Laboratory::let_media_decay, 4, &Tally::undetected));
}

TEST_CASE("a case that failed fails again when it is run alone") {
    const auto first =
        run_weak(Weakness::normal_synchronous, &Laboratory::cut_power, 5, &Tally::lost);
    const std::string failure = first.first_failure.data();
    Laboratory laboratory(Weakness::normal_synchronous);
    laboratory.run_only(failure.substr(0, failure.find(':')));
    laboratory.cut_power(5);
    CHECK(laboratory.tally().first_failure.data() == failure);
    CHECK(laboratory.tally().recoveries <= 3);
}
