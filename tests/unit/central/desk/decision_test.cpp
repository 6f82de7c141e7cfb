// SPDX-License-Identifier: Apache-2.0
#include "central/desk/decision.hpp"

#include "support/catch.hpp"

using namespace preau;
using central::Act;
using central::Decision;

namespace {

seal::SigningKey key(std::uint8_t byte) {
    ByteArray<32> seed;
    seed.fill(byte);
    return seal::SigningKey::from_seed(seed);
}

/// One valid decision of each act.
Decision decision(Act act) {
    Decision out;
    out.session.bytes.fill(7);
    out.number = 3;
    out.previous.fill(9);
    out.act = act;
    if (act != Act::publish) out.candidate = CandidateNumber{12};
    out.by = "Mme Arnaud";
    out.why = "Vu le procès-verbal « signé »";
    out.at = {1'790'000'000'123};
    if (act == Act::correct_identity) out.identity = {"Élan", "Zoé", "2010-02-28"};
    if (act == Act::comment) {
        out.audience = central::Audience::organisation;
        out.comment = "Signature manquante";
    }
    if (act == Act::rescore) out.scored = central::Scored{{}, 431, {{"1.1", 3}, {"5.2", 0}}};
    if (act == Act::settle)
        out.settlement = central::Settlement{{{out.session, {12}}}, {out.session, {12}}};
    return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

bool is_refused(const std::string& payload) { return !central::read_decision(as_bytes(payload)); }

}  // namespace

TEST_CASE("a decision that another key signed, or that was changed, is refused") {
    const auto signed_one = central::sign_decision(decision(Act::cancel), key(1));
    CHECK(central::open_decision(signed_one, key(1).public_key()));
    CHECK_FALSE(central::open_decision(signed_one, key(2).public_key()));
    CHECK_FALSE(central::open_decision("{}", key(1).public_key()));
    for (std::size_t i = 0; i < signed_one.size(); ++i) {
        auto changed = signed_one;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(central::open_decision(changed, key(1).public_key()));
    }
}

TEST_CASE("a decision is refused without who, about nobody, or with members that are not its own") {
    const auto cancel = central::write_decision(decision(Act::cancel));
    CHECK(is_refused(replaced(cancel, "\"candidate\":12,", "")));
    CHECK(is_refused(replaced(cancel, "\"candidate\":12", "\"candidate\":0")));
    CHECK(is_refused(replaced(cancel, "\"candidate\":12", "\"candidate\":513")));
    CHECK(is_refused(replaced(cancel, "Mme Arnaud", "")));
    CHECK(is_refused(replaced(cancel, "\"cancel\"", "\"forget\"")));
    CHECK(is_refused(replaced(cancel, "\"v\":1", "\"v\":2")));
    CHECK(is_refused(replaced(cancel, "\"number\":3", "\"number\":0")));
    CHECK(is_refused(replaced(cancel, "}", ",\"comment\":\"x\"}")));
    CHECK(is_refused(" " + cancel));

    const auto publish = central::write_decision(decision(Act::publish));
    CHECK(is_refused(replaced(publish, "\"by\"", "\"candidate\":1,\"by\"")));
    const auto identity = central::write_decision(decision(Act::correct_identity));
    CHECK(is_refused(replaced(identity, "2010-02-28", "2010-02-30")));
    CHECK(is_refused(replaced(identity, "Élan", "")));
    const auto comment = central::write_decision(decision(Act::comment));
    CHECK(is_refused(replaced(comment, "organisation", "everybody")));
    const auto rescore = central::write_decision(decision(Act::rescore));
    CHECK(is_refused(replaced(rescore, "431", "1024")));
    CHECK(is_refused(replaced(rescore, "validated", "lost")));
}

TEST_CASE("what a jury writes is bounded") {
    auto long_one = decision(Act::cancel);
    long_one.why = std::string(1000, 'a');
    CHECK(central::read_decision(as_bytes(central::write_decision(long_one))));
    long_one.why += 'a';
    CHECK_FALSE(central::read_decision(as_bytes(central::write_decision(long_one))));
}

TEST_CASE("every act comes back as it was written") {
    for (const auto act : central::all_acts()) {
        INFO(central::word(act));
        CHECK(central::act_from_word(central::word(act)) == act);
        const auto made = decision(act);
        const auto text = central::write_decision(made);
        const auto read = central::read_decision(as_bytes(text));
        REQUIRE(read);
        CHECK(central::write_decision(*read) == text);
        CHECK(read->why == made.why);
        CHECK(read->scored == made.scored);
        CHECK(read->identity == made.identity);
    }
}
