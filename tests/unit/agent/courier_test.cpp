// SPDX-License-Identifier: Apache-2.0
#include "agent/acceptance.hpp"
#include "support/catch.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

using Answer = TusPlatform::Answer;
using Request = TusPlatform::Request;

}  // namespace

TEST_CASE("N1: the page of a captive portal is never the platform, at whatever step it answers") {
    const auto step = GENERATE(as<std::string>(), "POST", "HEAD", "PATCH", "GET");
    const auto page =
        GENERATE(Answer{200, {{"Content-Type", "text/html"}}, "<html>Connectez-vous</html>"},
                 Answer{302, {{"Location", "http://portal.example/"}}, ""},
                 Answer{403, {{"Content-Type", "text/html"}}, "<html>Site bloqué</html>"},
                 Answer{511, {}, ""}, Answer{204, {}, ""});
    INFO(step << " " << page.status);
    TusPlatform platform([&](const Request& request) {
        return request.method == step ? std::optional(page) : std::nullopt;
    });
    platform.decide("accepted", receipt_for(sealing_note()));
    Post post(platform.port());
    post.put(sealed_bytes(5000));
    CHECK(post.carry() == Trouble::portal);
    CHECK(post.receipt().empty());
    CHECK(post.shown().find("Le réseau a répondu à la place de la plateforme") !=
          std::string::npos);
}

TEST_CASE("N2: what is no receipt of this session by the platform's key is not brought back") {
    const auto stranger = seal::SigningKey::from_seed({8});
    const auto note = sealing_note();
    const auto stored = seal::cosign(note, "preau.example/central/stored", key_of_platform(), 1);
    const auto witness = seal::cosign(note, "preau.example/central/witness", stranger, 1);
    const auto forged = seal::cosign(note, kReceiptKeyName, stranger, 1);
    const auto receipt = GENERATE_COPY(std::string("<html>"), note, stored.value(), witness.value(),
                                       forged.value(), receipt_for(sealing_note(kOtherSession)));
    TusPlatform platform;
    platform.decide("accepted", receipt);
    Post post(platform.port());
    post.put(sealed_bytes(100));
    CHECK(post.carry() == Trouble::receipt_wrong);
    CHECK(post.receipt().empty());
}

TEST_CASE("N2: of a thousand mutated receipts none passes for one") {
    const auto receipt = receipt_for(sealing_note());
    const auto text = receipt.substr(0, receipt.find("\n\n"));
    const auto signature = receipt.substr(receipt.rfind("\n—"));
    const Parcel parcel{kSession, {}, kNote, {}};
    CHECK(check_receipt(parcel, receipt, platform_keys()));
    SplitMix64 random(11);
    for (int refused = 0; refused < 1000;) {
        auto mutated = receipt;
        mutated[random.below(mutated.size())] ^= static_cast<char>(1u << random.below(8));
        // The box's own signature is not the platform's to vouch for.
        if (mutated.starts_with(text) && mutated.ends_with(signature)) continue;
        INFO(mutated);
        REQUIRE_FALSE(check_receipt(parcel, mutated, platform_keys()));
        ++refused;
    }
}

TEST_CASE("a stored note ends the sending and nothing else; one about other bytes is none") {
    const auto bundle = sealed_bytes(100);
    TusPlatform platform;
    Post post(platform.port());
    post.put(bundle);
    const auto file = post.inbox() / (kSession + ".stored");
    platform.decide("verifying", "", "", stored_note(sealed_bytes(99)));
    CHECK(post.carry() == Trouble::verifying);
    CHECK_FALSE(std::filesystem::exists(file));
    platform.decide("verifying", "", "", stored_note(bundle));
    CHECK(post.carry() == Trouble::verifying);
    CHECK(std::filesystem::exists(file));
    CHECK(post.courier().waiting().value().size() == 1);
    const auto creations = platform.count("POST");
    CHECK(post.carry() == Trouble::verifying);
    CHECK(platform.count("POST") == creations);
    CHECK(post.receipt().empty());
}

TEST_CASE("what the platform decides is shown in French and nothing is brought back for it") {
    struct Case {
        std::string state;
        Trouble trouble;
        std::string shown;
    };
    const auto c = GENERATE(Case{"stored", Trouble::verifying, "stored"},
                            Case{"verifying", Trouble::verifying, "stored"},
                            Case{"accepted", Trouble::receipt_wrong, "stored"},
                            Case{"quarantined", Trouble::quarantined, "stored"},
                            Case{"rejected", Trouble::rejected, "refused"},
                            Case{"contested", Trouble::contested, "refused"},
                            Case{"sold", Trouble::portal, "stored"});
    INFO(c.state);
    TusPlatform platform;
    platform.decide(c.state, "", "Le journal\x01 ne suit pas.");
    Post post(platform.port());
    post.put(sealed_bytes(100));
    CHECK(post.carry() == c.trouble);
    const auto& delivery = post.deliveries().of(kSession);
    CHECK(word(delivery.state) == c.shown);
    CHECK(delivery.bytes_sent == 100);
    if (c.state != "sold") CHECK(delivery.last.said == "Le journal ne suit pas.");
    CHECK(post.shown().find(std::string(word(c.trouble))) != std::string::npos);
    CHECK(post.receipt().empty());
}

TEST_CASE("a platform that is busy says when to come back, within an hour") {
    TusPlatform platform([](const Request&) {
        return Answer{503, {{"Retry-After", "90000"}}, ""};
    });
    Post post(platform.port());
    post.put(sealed_bytes(100));
    CHECK(post.carry() == Trouble::busy);
    CHECK(post.deliveries().of(kSession).last.retry_after == seconds(3600));
}

TEST_CASE("a refusal keeps the platform's own words") {
    TusPlatform platform([](const Request&) {
        return Answer{403,
                      {{"Content-Type", "application/problem+json"}, {"Tus-Resumable", "1.0.0"}},
                      R"({"status":403,"code":"box_revoked","title":"Ce boîtier est révoqué."})"};
    });
    Post post(platform.port());
    post.put(sealed_bytes(100));
    CHECK(post.carry() == Trouble::refused);
    CHECK(post.deliveries().of(kSession).last.said == "Ce boîtier est révoqué.");
    CHECK(post.deliveries().of(kSession).state == DeliveryState::refused);
}

TEST_CASE("a platform that is not there and a bundle that cannot be read are told apart") {
    TusPlatform platform;
    Post post(platform.port());
    CHECK(post.carry() == Trouble::unreadable);
    platform.go_away();
    post.put(sealed_bytes(100));
    CHECK(post.carry() == Trouble::no_connection);
}

TEST_CASE("a missing outbox is reported and nothing else in it is taken for a bundle") {
    CHECK_FALSE(sessions_in("/nowhere/outbox"));
    TusPlatform platform;
    Post post(platform.port());
    for (const auto& name : {"00.preau", "LISEZMOI.txt", "00112233445566778899aabbccddeeff"})
        REQUIRE(write_file(post.outbox() / name, {}));
    REQUIRE(write_file(post.outbox() / (kSession + ".preau.tmp"), {}));
    REQUIRE(write_file(post.outbox() / (kSession + ".preau.sig"), {}));
    CHECK(post.courier().waiting().value().empty());
}

TEST_CASE("a bundle is sent with its note and its receipt comes back as it was signed, once") {
    TusPlatform platform;
    platform.decide("accepted", receipt_for(sealing_note()));
    Post post(platform.port());
    const auto bundle = sealed_bytes(700'000);
    post.put(bundle);
    CHECK(post.courier().waiting().value().size() == 1);
    CHECK(post.carry() == Trouble::none);
    CHECK(post.receipt() == receipt_for(sealing_note()));
    CHECK(platform.whole(seal::sha256(bundle)) == bundle);
    CHECK(platform.note_of(seal::sha256(bundle)) == kNote);
    CHECK(post.courier().waiting().value().empty());
    CHECK(post.deliveries().of(kSession).state == DeliveryState::accepted);
}
