// SPDX-License-Identifier: Apache-2.0
#include "agent/rounds.hpp"

#include "seal/entropy.hpp"
#include "support/catch.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

/// Runs the loop for that many looks at the outbox; `after` is called between two.
void look(
    const Post& post, int looks, const std::function<void(int)>& after = [](int) {}) {
    seal::SystemEntropy entropy;
    BackOff back_off(entropy);
    HttpClient client;
    Courier courier(post.config(), client);
    int done = 0;
    keep_carrying(courier, back_off, [&](Duration time) {
        CHECK(time == seconds(1));
        after(++done);
        return done < looks;
    });
}

}  // namespace

TEST_CASE("a platform that fails is not asked every second") {
    Post post([](const auto&) { return answer(500, ""); });
    post.put_bundle();
    look(post, 120);
    // At most: at 0, then after 0.5, 1, 2, 4, 8, 16, 30, 30, 30 seconds; at least after twice that.
    CHECK(post.requests().size() >= 6);
    CHECK(post.requests().size() <= 10);
}

TEST_CASE("a platform that asks for time gets it, and a new bundle does not wait for the old one") {
    Post post([](const auto&) {
        auto busy = answer(503, "");
        busy.headers.emplace_back("Retry-After", "100");
        return busy;
    });
    post.put_bundle();
    look(post, 90, [&](int looks) {
        if (looks == 50) post.put_bundle("ff112233445566778899aabbccddeeff");
    });
    CHECK(post.requests().size() == 3);  // the first alone, then both
}

TEST_CASE("the courier carries what the box seals while it runs, then rests") {
    Post post([](const auto&) { return answer(200, receipt_for(sealing_note())); });
    look(post, 20, [&](int looks) {
        if (looks == 5) post.put_bundle();
    });
    CHECK(std::filesystem::exists(post.receipt()));
    CHECK(post.requests().size() == 1);
}
