// SPDX-License-Identifier: Apache-2.0
#include "importers/qti.hpp"

#include "support/catch.hpp"

#include <fmt/format.h>

using namespace preau;
using namespace preau::importers;

namespace {

const Defaults kDefaults{.competence = "3.1"};

std::string item_2_1(std::string_view declarations, std::string_view body) {
    return fmt::format(
        R"(<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"
        identifier="q1" title="Une question" adaptive="false" timeDependent="false">{}
        <itemBody>{}</itemBody><responseProcessing
        template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
        </assessmentItem>)",
        declarations, body);
}

Imported read(std::string_view xml) {
    auto imported = read_qti(xml, "", kDefaults);
    REQUIRE(imported);
    return std::move(*imported);
}

Draft only_draft(std::string_view xml) {
    auto imported = read(xml);
    for (const auto& loss : imported.losses) INFO(loss.what);
    REQUIRE(imported.drafts.size() == 1);
    return imported.drafts.front();
}

constexpr std::string_view kSingle =
    R"(<responseDeclaration identifier="R" cardinality="single" baseType="identifier">
    <correctResponse><value> B </value></correctResponse></responseDeclaration>)";

}  // namespace

TEST_CASE("XML that could grow without bound is refused") {
    const auto bomb = read_qti(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b "
        "\"&a;&a;\">]>\n<x>&b;</x>",
        "", kDefaults);
    REQUIRE_FALSE(bomb);
    CHECK(bomb.error().message == "line 2: a DOCTYPE is not accepted: take it away");
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    for (int i = 0; i < 100; ++i) deep += "</a>";
    CHECK_FALSE(read_qti(deep, "", kDefaults));
}

TEST_CASE("XML that is broken or no item says so with its line") {
    const auto broken = read_qti("<assessmentItem>\n<itemBody>\n", "", kDefaults);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().message.starts_with("line "));
    CHECK_FALSE(read_qti("<quiz/>", "", kDefaults));
}

TEST_CASE("an interaction without counterpart leaves its question out") {
    const auto imported =
        read(item_2_1(kSingle, R"(<sliderInteraction responseIdentifier="R" lowerBound="0"/>)"));
    CHECK(imported.drafts.empty());
    CHECK(imported.losses ==
          std::vector<Loss>{{"q1", "the interaction sliderInteraction has no counterpart", true}});
}

TEST_CASE("a choice of QTI 2.1 becomes a qcu") {
    const auto draft = only_draft(item_2_1(kSingle, R"(<p>Avant</p>
        <choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Lequel ?</prompt>
        <simpleChoice identifier="A">Un</simpleChoice>
        <simpleChoice identifier="B">Deux</simpleChoice>
        </choiceInteraction>)"));
    CHECK(draft.kind == answers::Kind::qcu);
    CHECK(draft.competence == "3.1");
    CHECK(draft.instruction == "Avant\n\nLequel ?");
    REQUIRE(draft.lines.size() == 2);
    CHECK_FALSE(draft.lines[0].right);
    CHECK(draft.lines[1].right);
}

TEST_CASE("several choices of QTI 3.0 become a qcm") {
    const auto draft = only_draft(
        R"(<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q3"
        title="Trois"><qti-response-declaration identifier="R" cardinality="multiple"
        base-type="identifier"><qti-correct-response><qti-value>A</qti-value>
        <qti-value>C</qti-value>
        </qti-correct-response></qti-response-declaration><qti-item-body><p>Lesquels ?</p>
        <qti-choice-interaction response-identifier="R" max-choices="0">
        <qti-simple-choice identifier="A">a</qti-simple-choice>
        <qti-simple-choice identifier="B">b</qti-simple-choice>
        <qti-simple-choice identifier="C">c</qti-simple-choice>
        </qti-choice-interaction></qti-item-body></qti-assessment-item>)");
    CHECK(draft.kind == answers::Kind::qcm);
    REQUIRE(draft.lines.size() == 3);
    CHECK(draft.lines[0].right);
    CHECK_FALSE(draft.lines[1].right);
    CHECK(draft.lines[2].right);
}

TEST_CASE("an order keeps the places of its lines") {
    const auto draft = only_draft(item_2_1(
        R"(<responseDeclaration identifier="R" cardinality="ordered" baseType="identifier">
        <correctResponse><value>C</value><value>A</value><value>B</value></correctResponse>
        </responseDeclaration>)",
        R"(<orderInteraction responseIdentifier="R"><simpleChoice identifier="A">a</simpleChoice>
        <simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice>
        </orderInteraction>)"));
    CHECK(draft.kind == answers::Kind::ordering);
    REQUIRE(draft.lines.size() == 3);
    CHECK(draft.lines[0].place == 2);
    CHECK(draft.lines[1].place == 3);
    CHECK(draft.lines[2].place == 1);
}

TEST_CASE("a match keeps its pairs and the targets that match nothing") {
    const auto draft = only_draft(item_2_1(
        R"(<responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair">
        <correctResponse><value>a 1</value><value>b 2</value></correctResponse>
        </responseDeclaration>)",
        R"(<matchInteraction responseIdentifier="R"><simpleMatchSet>
        <simpleAssociableChoice identifier="a">A</simpleAssociableChoice>
        <simpleAssociableChoice identifier="b">B</simpleAssociableChoice></simpleMatchSet>
        <simpleMatchSet><simpleAssociableChoice identifier="1">Un</simpleAssociableChoice>
        <simpleAssociableChoice identifier="2">Deux</simpleAssociableChoice>
        <simpleAssociableChoice identifier="3">Trois</simpleAssociableChoice></simpleMatchSet>
        </matchInteraction>)"));
    CHECK(draft.kind == answers::Kind::matching);
    REQUIRE(draft.lines.size() == 3);
    CHECK(draft.lines[0].text == "A");
    CHECK(draft.lines[0].target == "Un");
    CHECK(draft.lines[2].text.empty());
    CHECK(draft.lines[2].target == "Trois");
}

TEST_CASE("a text entry takes its mapped answers of full value") {
    const auto xml = item_2_1(
        R"(<responseDeclaration identifier="R" cardinality="single" baseType="string">
        <correctResponse><value>York</value></correctResponse><mapping defaultValue="0">
        <mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="Yorck" mappedValue="1"/>
        <mapEntry mapKey="york" mappedValue="0.5"/></mapping></responseDeclaration>)",
        R"(<p>La ville est <textEntryInteraction responseIdentifier="R"/>.</p>)");
    const auto draft = only_draft(xml);
    CHECK(draft.kind == answers::Kind::qroc);
    CHECK(draft.accepted == std::vector<std::string>{"York", "Yorck"});
    CHECK(draft.treatments == answers::Treatments{.t1 = false, .t2 = false, .t3 = false});
    CHECK(draft.instruction == "La ville est .");
}

TEST_CASE("several entries become numbered fields") {
    const auto draft = only_draft(item_2_1(
        R"(<responseDeclaration identifier="A" cardinality="single" baseType="integer">
        <correctResponse><value>4</value></correctResponse></responseDeclaration>
        <responseDeclaration identifier="B" cardinality="single" baseType="identifier">
        <correctResponse><value>y</value></correctResponse></responseDeclaration>)",
        R"(<p>Il faut <textEntryInteraction responseIdentifier="A"/> et
        <inlineChoiceInteraction responseIdentifier="B">
        <inlineChoice identifier="x">mai</inlineChoice>
        <inlineChoice identifier="y">juin</inlineChoice></inlineChoiceInteraction></p>)"));
    CHECK(draft.kind == answers::Kind::qrocm_ind);
    CHECK(draft.instruction == "Il faut **(1)** et **(2)**");
    REQUIRE(draft.fields.size() == 2);
    CHECK(draft.fields[0].format == answers::Format::number);
    CHECK(draft.fields[1].format == answers::Format::select);
    CHECK(draft.fields[1].accepted == std::vector<std::string>{"juin"});
}
