// SPDX-License-Identifier: Apache-2.0
#include "answers/normalise.hpp"

#include "answers/similarity.hpp"
#include "support/catch.hpp"
#include "support/known_answers.hpp"

#include <algorithm>

using namespace preau;
using test::Known;

namespace {

void check_texts(std::vector<Known> list, std::string (*treatment)(std::string_view)) {
    for (auto& known : list) {
        INFO("text " << known.text("in"));
        CHECK(treatment(known.text("in")) == known.text("out"));
        known.complete();
    }
}

// A treatment that nobody knows changes nothing, as in Pix.
answers::Treatments treatments_named(const std::vector<std::string>& names) {
    const auto is_on = [&](const char* name) { return std::ranges::count(names, name) > 0; };
    return {.t1 = is_on("t1"), .t2 = is_on("t2"), .t3 = is_on("t3")};
}

void check_similarity(Known section) {
    for (auto& known : section.list("cases")) {
        INFO(known.text("a") << " and " << known.text("b"));
        CHECK(answers::is_close(known.text("a"), known.text("b"),
                                known.number("max", answers::kDifferenceMax)) ==
              known.flag("close"));
        known.complete();
    }
    for (auto& known : section.list("one_of")) {
        const auto a = known.text("a");
        const double max = known.number("max", answers::kDifferenceMax);
        INFO(a);
        CHECK(std::ranges::any_of(known.texts("refs"), [&](const std::string& reference) {
                  return answers::is_close(a, reference, max);
              }) == known.flag("close"));
        known.complete();
    }
    section.complete();
}

}  // namespace

TEST_CASE("normalise: bytes that are not UTF-8 are replaced, never a crash") {
    CHECK(answers::pretreat("a\xff\xc3") == "a\xef\xbf\xbd\xef\xbf\xbd");
    CHECK(answers::t1("\xed\xa0\x80").size() == 9);
    CHECK(answers::t2("\xff") == "");
    CHECK_FALSE(answers::is_close("\xff", "ab"));
}

TEST_CASE("normalise: an answer of many accents does not grow beyond its letters") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "\xe1\xba\xa5";  // a with circumflex and acute
    CHECK(answers::t1(text) == std::string(1000, 'a'));
}

TEST_CASE("normalise: composed and decomposed accents become the same text") {
    CHECK(answers::pretreat("e\xcc\x81") == "\xc3\xa9");
    CHECK(answers::t1("E\xcc\x81T\xc3\x89") == "ete");
}

TEST_CASE("normalise: ligatures survive t1 and fall to t2") {
    CHECK(answers::t1("C\xc5\x93UR") == "c\xc5\x93ur");
    CHECK(answers::t2("c\xc5\x93ur") == "cur");
}

TEST_CASE("normalise: every space of the browser is one") {
    CHECK(answers::t1("a\tb\xe2\x80\xaf"
                      "c\xc2\xa0"
                      "d\xe3\x80\x80"
                      "e\xef\xbb\xbf") == "abcde");
}

TEST_CASE("similarity: characters are code points, and the answer's length is the measure") {
    CHECK(answers::is_close("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
                            "\xc3\xa9\xc3\xa9\xc3\xa9"
                            "e"));
    CHECK(answers::is_close("abcd", "abc"));
    CHECK_FALSE(answers::is_close("abc", "abcd"));
    CHECK(answers::is_close("", ""));
}

TEST_CASE("similarity: an answer of thousands of characters is refused at once") {
    CHECK_FALSE(answers::is_close(std::string(4096, 'a'), "short"));
}

TEST_CASE("normalise: known vectors of the treatments") {
    const auto file = test::known_answers("answers_treatments.json");
    Known root(file);
    check_texts(root.list("t1"), answers::t1);
    check_texts(root.list("t2"), answers::t2);
    check_texts(root.list("pretreatment"), answers::pretreat);
    for (auto& known : root.list("apply")) {
        CHECK(answers::treat(known.text("in"), treatments_named(known.texts("treatments"))) ==
              known.text("out"));
        known.complete();
    }
    root.section("similarity", check_similarity);
    root.complete();
}
