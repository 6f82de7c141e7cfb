// SPDX-License-Identifier: Apache-2.0
#include "pack/words.hpp"
#include "quality/colour.hpp"
#include "quality/coverage.hpp"
#include "quality/similar.hpp"
#include "quality/svg_contrast.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

using namespace preau;
using namespace preau::quality;

namespace {

adaptive::CertificationVersion version_of_32() { return {}; }

/// Five tubes of two skills in each competence, easy to hard, open to everybody.
std::vector<Offer> whole_bank() {
    std::vector<Offer> offers;
    for (const auto competence : pack::kCompetences)
        for (int tube = 0; tube < 5; ++tube)
            for (int skill = 0; skill < 2; ++skill) {
                const auto name = fmt::format("{}-t{}", competence, tube);
                Offer offer{.accessible_blind = true, .accessible_colour = true};
                offer.item.competence = competence;
                offer.item.tube = name;
                offer.item.skill = fmt::format("{}-{}", name, skill);
                offer.item.difficulty = tube - 2;
                offers.push_back(offer);
            }
    return offers;
}

std::vector<Gap> missing_tubes(std::span<const Offer> offers) {
    auto gaps = find_gaps(offers, version_of_32());
    std::erase_if(gaps, [](const Gap& gap) { return gap.what != "tubes"; });
    return gaps;
}

}  // namespace

TEST_CASE("two texts that differ by a word are found alike, whatever their accents") {
    const std::vector<std::string> texts = {
        "Léa reçoit un courriel de sa banque avec une pièce jointe. Que doit-elle faire ?",
        "Un tout autre sujet, sans rien de commun avec les autres questions du paquet.",
        "LEA recoit un courriel de sa banque avec une pièce jointe. Que doit-elle vérifier ?"};
    const auto found = similar_texts(texts, 0.6);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 0);
    CHECK(found[0].second == 2);
    CHECK(similar_texts(texts, 0.99).empty());
}

TEST_CASE("the same text twice is wholly alike") {
    const std::vector<std::string> texts = {"Oui.", "oui"};
    const auto found = similar_texts(texts, 0.6);
    REQUIRE(found.size() == 1);
    CHECK(found[0].likeness == 1.0);
}

TEST_CASE("contrasts are those of the recommendation") {
    CHECK(contrast(*parse_colour("#000"), *parse_colour("white")) == Approx(21));
    CHECK(contrast(*parse_colour("#767676"), *parse_colour("#ffffff")) ==
          Approx(4.54).margin(0.01));
    CHECK(contrast(*parse_colour("rgb(255, 0, 0)"), *parse_colour("red")) == Approx(1));
    CHECK_FALSE(parse_colour("url(#degrade)"));
    CHECK_FALSE(parse_colour("#12345"));
}

TEST_CASE("a pale text is named with its line and what lies under it") {
    const auto weak = weak_texts(R"svg(<svg viewBox="0 0 100 100">
<rect width="100" height="100" fill="#ffffff"/>
<rect x="10" y="10" width="50" height="20" fill="#333333"/>
<text x="20" y="20" fill="#ffffff">lisible</text>
<text x="20" y="60" fill="#aaaaaa">pâle</text>
<g transform="translate(0 -40)"><text x="20" y="60" fill="#444">sombre sur sombre</text></g>
<g transform="rotate(30)"><text x="20" y="60" fill="#eee">non jugé</text></g>
</svg>)svg");
    REQUIRE(weak.size() == 2);
    CHECK(weak[0].line == 5);
    CHECK(weak[0].background == "#ffffff");
    CHECK(weak[1].background == "#333333");
}

TEST_CASE("a whole bank has no gap") { CHECK(find_gaps(whole_bank(), version_of_32()).empty()); }

TEST_CASE("questions that need the internet do not count") {
    auto offers = whole_bank();
    for (auto& offer : offers)
        if (offer.item.competence == "4.2") offer.needs_internet = true;
    const auto gaps = find_gaps(offers, version_of_32());
    REQUIRE_FALSE(gaps.empty());
    CHECK(gaps.front() == Gap{"4.2", "for everybody, after 3 accepted reports", "tubes", 2});
    CHECK(gaps.back() == Gap{"4.2", "for everybody", "hard questions", 2});
}

TEST_CASE("three reports must leave a whole test") {
    auto offers = whole_bank();
    std::erase_if(offers, [](const Offer& offer) {
        return offer.item.competence == "1.1" && offer.item.skill.ends_with("-1");
    });
    CHECK(missing_tubes(offers).empty());
    std::erase_if(offers, [](const Offer& offer) { return offer.item.tube == "1.1-t2"; });
    const auto gaps = missing_tubes(offers);
    REQUIRE_FALSE(gaps.empty());
    CHECK(gaps.front().missing == 1);
}

TEST_CASE("a competence closed to blind candidates is said to be") {
    auto offers = whole_bank();
    for (auto& offer : offers)
        if (offer.item.competence == "3.2") offer.accessible_blind = false;
    CHECK(find_gaps(offers, version_of_32()) ==
          std::vector<Gap>{{"3.2", "for a blind candidate, after 3 accepted reports", "tubes", 2}});
}
