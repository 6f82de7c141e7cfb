// SPDX-License-Identifier: Apache-2.0
#include "importers/moodle.hpp"

#include "support/catch.hpp"

#include <fmt/format.h>

using namespace preau;
using namespace preau::importers;

namespace {

Imported read(std::string_view type, std::string_view inside) {
    auto imported = read_moodle(
        fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><quiz><question type="category">
        <category><text>$course$/top/Tableur</text></category></question>
        <question type="{}"><name><text>Q &amp; R</text></name><questiontext format="html"><text>
        <![CDATA[<p>Que faire&nbsp;?</p>]]></text></questiontext>{}</question></quiz>)",
                    type, inside),
        {.competence = "1.3"});
    REQUIRE(imported);
    return std::move(*imported);
}

bool says(const Imported& imported, std::string_view what) {
    return std::ranges::any_of(imported.losses,
                               [&](const Loss& loss) { return loss.what == what; });
}

}  // namespace

TEST_CASE("XML that is not Moodle's is refused") {
    CHECK_FALSE(read_moodle("<assessmentItem/>", {}));
    CHECK_FALSE(read_moodle("<quiz><question></quiz>", {}));
}

TEST_CASE("a type without counterpart is left out by name") {
    const auto imported = read("essay", "");
    CHECK(imported.drafts.empty());
    CHECK(says(imported, "a Moodle question of type \"essay\" has no counterpart"));
}

TEST_CASE("a multichoice becomes a qcu in the tube of its category") {
    const auto imported = read("multichoice", R"(<single>true</single>
        <shuffleanswers>true</shuffleanswers>
        <answer fraction="0" format="html"><text><![CDATA[<p>Rien</p>]]></text></answer>
        <answer fraction="50" format="plain_text"><text>Un peu</text></answer>
        <answer fraction="100" format="html"><text>Tout</text><feedback><text>Oui</text></feedback>
        </answer>)");
    REQUIRE(imported.drafts.size() == 1);
    const auto& draft = imported.drafts.front();
    CHECK(draft.kind == answers::Kind::qcu);
    CHECK(draft.tube == "Tableur");
    CHECK(draft.title == "Q & R");
    CHECK(draft.instruction == "Que faire\u00A0?");
    REQUIRE(draft.lines.size() == 3);
    CHECK(draft.lines[0].text == "Rien");
    CHECK_FALSE(draft.lines[1].right);
    CHECK(draft.lines[2].right);
    CHECK(says(imported, "partial credit of \"Un peu\": it counts as wrong"));
    CHECK(says(imported, "shuffle: the order is kept"));
    CHECK(says(imported, "the feedback of its answers"));
}

TEST_CASE("several right answers make a qcm") {
    const auto imported = read("multichoice", R"(<single>false</single>
        <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>
        <answer fraction="-100"><text>c</text></answer>)");
    REQUIRE(imported.drafts.size() == 1);
    CHECK(imported.drafts.front().kind == answers::Kind::qcm);
    CHECK(imported.drafts.front().lines[1].right);
    CHECK_FALSE(imported.drafts.front().lines[2].right);
}

TEST_CASE("a short answer drops wildcards and partial answers, and says so") {
    const auto imported = read("shortanswer", R"(<usecase>0</usecase>
        <answer fraction="100"><text>SOMME</text></answer>
        <answer fraction="100"><text>SOM*</text></answer>
        <answer fraction="50"><text>SOMMES</text></answer>)");
    REQUIRE(imported.drafts.size() == 1);
    CHECK(imported.drafts.front().accepted == std::vector<std::string>{"SOMME"});
    CHECK(says(imported, "the answer \"SOM*\": wildcards have no counterpart"));
    CHECK(says(imported, "the answer \"SOMMES\", worth 50 %: it counts as wrong"));
}

TEST_CASE("a number loses its tolerance, and says so") {
    const auto imported = read("numerical",
                               R"(<answer fraction="100"><text>3.5</text><tolerance>0.1</tolerance>
        </answer>)");
    REQUIRE(imported.drafts.size() == 1);
    CHECK(imported.drafts.front().format == answers::Format::number);
    CHECK(says(imported, "the tolerance of 0.1 around 3.5: only the exact number is right"));
}

TEST_CASE("a matching keeps rows and lone answers") {
    const auto imported = read("matching", R"(
        <subquestion format="html"><text>Texte</text><answer><text>.odt</text></answer>
        </subquestion>
        <subquestion format="html"><text>Son</text><answer><text>.ogg</text></answer></subquestion>
        <subquestion format="html"><text></text><answer><text>.exe</text></answer></subquestion>)");
    REQUIRE(imported.drafts.size() == 1);
    const auto& draft = imported.drafts.front();
    CHECK(draft.kind == answers::Kind::matching);
    REQUIRE(draft.lines.size() == 3);
    CHECK(draft.lines[2].text.empty());
    CHECK(draft.lines[2].target == ".exe");
}
