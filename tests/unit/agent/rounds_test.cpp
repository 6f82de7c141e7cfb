// SPDX-License-Identifier: Apache-2.0
#include "agent/rounds.hpp"

#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

using Answer = TusPlatform::Answer;
using Request = TusPlatform::Request;

/// The loop of preau-sync, second by second, without its seconds.
struct Loop {
    Post post;
    test::SeededEntropy entropy{3};
    Rounds rounds;

    explicit Loop(const TusPlatform& platform)
        : post(platform.port()), rounds(post.courier(), post.deliveries(), post.clock(), entropy) {}

    void look(int times, Duration step = seconds(1)) {
        for (int i = 0; i < times; ++i) {
            rounds.look();
            post.clock().pass(step);
        }
    }
};

std::optional<Answer> fails(const Request&) { return Answer{500, {}, ""}; }

}  // namespace

TEST_CASE("a platform that fails for ten days is asked every hour and never given up") {
    TusPlatform platform(fails);
    Loop loop(platform);
    loop.post.put(sealed_bytes(100));
    loop.look(600);
    // At most at 0, then after 2.5, 5, 10, 20, 40, 80, 160, 320 s; at least after twice that.
    CHECK(platform.requests().size() >= 7);
    CHECK(platform.requests().size() <= 10);
    loop.look(10 * 24 * 60, minutes(1));
    CHECK(platform.requests().size() >= 240);
    CHECK(platform.requests().size() <= 500);
}

TEST_CASE("a platform that asks for time gets it, and a new bundle does not wait for the old one") {
    TusPlatform platform([](const Request&) { return Answer{503, {{"Retry-After", "100"}}, ""}; });
    Loop loop(platform);
    loop.post.put(sealed_bytes(100));
    loop.look(50);
    CHECK(platform.requests().size() == 1);
    loop.post.put(sealed_bytes(200), kOtherSession);
    loop.look(40);
    CHECK(platform.requests().size() == 2);
    CHECK(loop.post.deliveries().of(kSession).next_try);
    CHECK(loop.post.deliveries().of(kSession).next_try ==
          loop.post.deliveries().of(kOtherSession).next_try);
}

TEST_CASE("a bundle that the platform refuses does not hold up the others") {
    const auto refused = sealed_bytes(100);
    TusPlatform platform([&](const Request& request) -> std::optional<Answer> {
        if (request.header("upload-length") != "100") return std::nullopt;
        return Answer{403, {{"Content-Type", "application/problem+json"}}, R"({"title":"Non."})"};
    });
    platform.decide("accepted", receipt_for(sealing_note(kOtherSession)));
    Loop loop(platform);
    loop.post.put(refused);
    loop.post.put(sealed_bytes(200), kOtherSession);
    loop.look(1);
    CHECK_FALSE(loop.post.receipt(kOtherSession).empty());
    CHECK(loop.post.receipt().empty());
}

TEST_CASE("somebody who says that the line is there does not wait for the hour") {
    TusPlatform platform(fails);
    Loop loop(platform);
    loop.post.put(sealed_bytes(100));
    loop.look(3000);
    const auto before = platform.requests().size();
    loop.rounds.try_now();
    loop.look(1);
    CHECK(platform.requests().size() == before + 1);
}

TEST_CASE("the courier carries what the box seals while it runs, then rests") {
    TusPlatform platform;
    platform.decide("accepted", receipt_for(sealing_note()));
    Loop loop(platform);
    loop.look(5);
    loop.post.put(sealed_bytes(100));
    loop.look(20);
    CHECK_FALSE(loop.post.receipt().empty());
    CHECK(platform.count("PATCH") == 1);
}

TEST_CASE("a platform that verifies for a while is asked again until its receipt comes") {
    TusPlatform platform;
    Loop loop(platform);
    loop.post.put(sealed_bytes(100));
    loop.look(4);
    CHECK(loop.post.deliveries().of(kSession).state == DeliveryState::stored);
    platform.decide("accepted", receipt_for(sealing_note()));
    loop.look(20);
    CHECK_FALSE(loop.post.receipt().empty());
    CHECK(platform.count("PATCH") == 1);
}
