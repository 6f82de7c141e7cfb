// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

Round carry(const CourierConfig& config) {
    HttpClient client;
    Courier courier(config, client);
    return courier.carry(courier.waiting().value());
}

}  // namespace

TEST_CASE("a page that is no receipt is not brought back as one") {
    const auto body = GENERATE(
        as<std::string>(), "<html>Connectez-vous</html>", "", sealing_note(),
        receipt_for(seal::sign_checkpoint({"preau.example/box/BOX-1/session/ff", 3, {}},
                                          "preau.example/box/BOX-1/e1", key_of_platform())));
    Post post([&](const auto&) { return answer(200, body); });
    post.put_bundle();
    CHECK(carry(post.config()).failed == 1);
    CHECK_FALSE(std::filesystem::exists(post.receipt()));
}

TEST_CASE("a courier that knows the receipt key brings back nothing that it has not signed") {
    Post post([](const auto&) { return answer(200, receipt_for(sealing_note())); });
    post.put_bundle();
    auto config = post.config();
    config.receipt_key = {kReceiptKeyName, seal::NoteKeyType::cosignature_v1, {}};
    CHECK(carry(config).failed == 1);
    config.receipt_key->key = key_of_platform().public_key();
    CHECK(carry(config).delivered == 1);
}

TEST_CASE("a refusal by the platform leaves the bundle waiting") {
    Post post([](const auto&) { return answer(409, "{}"); });
    post.put_bundle();
    const auto round = carry(post.config());
    CHECK(round.refused == 1);
    CHECK_FALSE(round.is_complete());
    CHECK_FALSE(std::filesystem::exists(post.receipt()));
}

TEST_CASE("a platform that is busy says when to come back") {
    Post post([](const auto&) {
        auto busy = answer(503, "{}");
        busy.headers.emplace_back("Retry-After", "17");
        return busy;
    });
    post.put_bundle();
    const auto round = carry(post.config());
    CHECK(round.failed == 1);
    CHECK(round.retry_after == seconds(17));
}

TEST_CASE("a platform that cannot be reached is a failure worth another try") {
    Post post([](const auto&) { return answer(200, ""); });
    post.put_bundle();
    post.go_away();
    CHECK(carry(post.config()).failed == 1);
}

TEST_CASE("a missing outbox is reported and nothing else in it is taken for a bundle") {
    HttpClient client;
    CHECK_FALSE(Courier({"/nowhere/outbox", "/nowhere/inbox", "", std::nullopt}, client).waiting());

    Post post([](const auto&) { return answer(200, ""); });
    const auto outbox = post.config().outbox;
    for (const auto* name : {"00.preau", "LISEZMOI.txt", "00112233445566778899aabbccddeeff"})
        REQUIRE(write_file(outbox / name, {}));
    REQUIRE(write_file(outbox / (kSession + ".preau.tmp"), {}));
    CHECK(Courier(post.config(), client).waiting().value().empty());
}

TEST_CASE("a bundle is sent whole under its hash and its receipt comes back as it was signed") {
    Post post([](const auto&) { return answer(200, receipt_for(sealing_note())); });
    post.put_bundle();
    CHECK(carry(post.config()).delivered == 1);

    const auto& sent = post.requests().at(0);
    CHECK(sent.method == http::Method::put);
    CHECK(sent.path == "/v1/bundles/" + to_hex(seal::sha256(small_bundle())));
    CHECK(sent.body == as_text(small_bundle()));
    const auto kept = read_file(post.receipt(), 10'000);
    CHECK(as_text(kept.value()) == receipt_for(sealing_note()));
}

TEST_CASE("a bundle whose receipt is there is not sent again") {
    Post post([](const auto&) { return answer(200, receipt_for(sealing_note())); });
    post.put_bundle();
    CHECK(carry(post.config()).delivered == 1);
    CHECK(carry(post.config()).delivered == 0);
    CHECK(post.requests().size() == 1);
}
