// SPDX-License-Identifier: Apache-2.0
#include "api/rate_limits.hpp"

#include "base/limits.hpp"
#include "support/catch.hpp"

using namespace preau;
using api::NetworkMode;
using api::RateLimits;
using api::TokenBuckets;

namespace {
constexpr Duration kNow = seconds(1000);
}

TEST_CASE("buckets: so many at once, then one every so often") {
    TokenBuckets buckets({3, seconds(10)});
    for (int i = 0; i < 3; ++i) CHECK_FALSE(buckets.refuse("a", kNow));
    CHECK(buckets.refuse("a", kNow) == 10);
    CHECK(buckets.refuse("a", kNow + milliseconds(9001)) == 1);
    CHECK(buckets.refuse("a", kNow + milliseconds(9999)) == 1);
    CHECK_FALSE(buckets.refuse("a", kNow + seconds(10)));
    CHECK(buckets.refuse("a", kNow + seconds(10)) == 10);
    CHECK_FALSE(buckets.refuse("b", kNow));
}

TEST_CASE("buckets: being refused costs nothing more, and waiting never pays more than the burst") {
    TokenBuckets buckets({2, seconds(10)});
    for (int i = 0; i < 100; ++i) (void)buckets.refuse("a", kNow);
    CHECK_FALSE(buckets.refuse("a", kNow + seconds(10)));
    int taken = 0;
    while (!buckets.refuse("a", kNow + minutes(600))) ++taken;
    CHECK(taken == 2);
}

TEST_CASE("buckets: a reserve is kept from those who may not touch it") {
    TokenBuckets buckets({4, seconds(1)});
    CHECK_FALSE(buckets.refuse("a", kNow, 2));
    CHECK_FALSE(buckets.refuse("a", kNow, 2));
    CHECK(buckets.refuse("a", kNow, 2) == 1);
    CHECK_FALSE(buckets.refuse("a", kNow));
    CHECK_FALSE(buckets.refuse("a", kNow));
    CHECK(buckets.refuse("a", kNow) == 1);
}

TEST_CASE("buckets: what is given back can be taken again, and no more than that") {
    TokenBuckets buckets({1, seconds(10)});
    CHECK_FALSE(buckets.refuse("a", kNow));
    CHECK_FALSE(buckets.is_full("a", kNow));
    buckets.give_back("a");
    CHECK(buckets.is_full("a", kNow));
    buckets.give_back("nobody");
    CHECK_FALSE(buckets.refuse("a", kNow));
    CHECK(buckets.refuse("a", kNow) == 10);
}

TEST_CASE("buckets: a flood of names takes no more memory than the limit") {
    TokenBuckets buckets({1, minutes(60)});
    CHECK_FALSE(buckets.refuse("first", kNow + seconds(1)));
    for (std::size_t i = 0; i < 3 * limits::rate_limit_keys_max; ++i) {
        CHECK_FALSE(buckets.refuse("x" + std::to_string(i), kNow));
        REQUIRE(buckets.size() <= limits::rate_limit_keys_max);
    }
    CHECK(buckets.refuse("first", kNow + seconds(1)));  // the fullest ones went, not this one
}

TEST_CASE("buckets: those who have waited long enough are forgotten first") {
    TokenBuckets buckets({1, seconds(10)});
    for (std::size_t i = 0; i < limits::rate_limit_keys_max; ++i)
        (void)buckets.refuse("x" + std::to_string(i), kNow);
    (void)buckets.refuse("late", kNow + seconds(10));
    CHECK(buckets.size() == 1);
}

TEST_CASE("passwords: the box checks two a second, whoever asks and for whatever session") {
    for (const auto mode : {NetworkMode::direct, NetworkMode::nat}) {
        RateLimits limits(mode);
        int checked = 0;
        for (int ms = 0; ms < 60'000; ms += 10) {
            const auto name = std::to_string(ms);
            if (!limits.password(name, name, kNow + milliseconds(ms))) ++checked;
        }
        CHECK(checked <= 6 + 120);
        CHECK(checked >= 120);
    }
}

TEST_CASE("passwords: the last checks are for addresses that were not wrong of late") {
    RateLimits limits(NetworkMode::direct);
    CHECK_FALSE(limits.password("wrong", "1", kNow));
    CHECK_FALSE(limits.password("wrong", "1", kNow));
    CHECK_FALSE(limits.password("wrong", "1", kNow));
    CHECK(limits.password("wrong", "1", kNow) == 1);
    CHECK_FALSE(limits.password("honest", "1", kNow));
    limits.password_was_right("honest", "1");
    CHECK_FALSE(limits.password("honest", "1", kNow));
}

TEST_CASE("passwords: an attempt that the busy box did not look at is not counted as wrong") {
    RateLimits limits(NetworkMode::direct);
    for (const auto* other : {"a", "b", "c", "d", "e", "f"})
        CHECK_FALSE(limits.password(other, "1", kNow));
    for (int i = 0; i < 20; ++i) CHECK(limits.password("me", "1", kNow) == 1);
    CHECK_FALSE(limits.password("me", "1", kNow + seconds(1)));
}
