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

Tally run_weak(Weakness weakness, Series series, std::uint64_t seed) {
    Laboratory laboratory(weakness);
    (laboratory.*series)(seed);
    return laboratory.tally();
}

}  // namespace

TEST_CASE("teeth: the laboratory sees that a log is not synced at each commit") {
    CHECK(run_weak(Weakness::normal_synchronous, &Laboratory::cut_power, 1).lost > 0);
}

TEST_CASE("teeth: the laboratory sees a reply that leaves before the commit") {
    CHECK(run_weak(Weakness::reply_before_commit, &Laboratory::cut_power, 2).lost > 0);
}

TEST_CASE("teeth: the laboratory sees a sync that failed and is tried again") {
    const auto tally = run_weak(Weakness::retried_fsync, &Laboratory::fail_operations, 3);
    CHECK(tally.lost > 0);
}

TEST_CASE("teeth: the laboratory sees a restart that believes the cache after a failed sync") {
    CHECK_FALSE(run_weak(Weakness::believed_cache, &Laboratory::fail_operations, 3).clean());
}

TEST_CASE("teeth: the laboratory sees a journal that is read without following its links") {
    CHECK(run_weak(Weakness::unchecked_previous, &Laboratory::let_media_decay, 4).undetected > 0);
}
