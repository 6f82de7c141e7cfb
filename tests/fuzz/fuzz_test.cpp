// SPDX-License-Identifier: Apache-2.0
// A bounded run of every fuzz target: good inputs, changed at random in a repeatable way.
#include "fuzz/targets.hpp"
#include "support/catch.hpp"
#include "unit/pack/signed_pack.hpp"

#include <random>

using namespace preau;

namespace {

constexpr int kRounds = 20000;

std::string mutated(std::string text, std::mt19937& chance) {
    static const std::string tokens[] = {"\"",     "{",    "}",       "[[",         "+++\n",
                                         "- (x) ", "=> ",  "\\ud800", "\xff",       "\xc3",
                                         "1e999",  "null", "<",       "![a](b.svg)"};
    for (auto changes = 1 + chance() % 4; changes > 0; --changes) {
        const auto at = text.empty() ? 0 : chance() % text.size();
        switch (chance() % 4) {
            case 0:
                text.erase(at, 1 + chance() % 8);
                break;
            case 1:
                text.insert(at, tokens[chance() % std::size(tokens)]);
                break;
            case 2:
                text.insert(at, text.substr(chance() % (text.size() + 1), chance() % 32));
                break;
            default:
                if (!text.empty()) text[at] = static_cast<char>(chance() % 256);
        }
    }
    return text;
}

void run(void (*target)(ByteView), const std::vector<std::string>& seeds) {
    std::mt19937 chance(20261124);
    for (int round = 0; round < kRounds; ++round)
        target(as_bytes(mutated(seeds[static_cast<std::size_t>(round) % seeds.size()], chance)));
    SUCCEED("every input was read or refused");
}

}  // namespace

TEST_CASE("fuzz: a damaged pack is read or refused") {
    const auto parts = test::small_pack();
    run(fuzz::pack_parts, {pack::write_public(parts.open), pack::write_secret(parts.secret)});
    run(fuzz::pack_manifest, {pack::write_manifest(test::small_manifest())});
}

TEST_CASE("fuzz: any Markdown is rendered or refused") {
    run(fuzz::markdown,
        {"Texte *gras*.\n\n![Un dessin](dessin.svg)\n\n- un\n- deux\n\n```\na\n```\n",
         "`code` <b>x</b> [lien](http://a.example) # titre\n***\n> cité\n"});
}

TEST_CASE("fuzz: any question file is cut or refused") {
    run(fuzz::question, {"+++\nid = \"1.1-a\"\n[fields.a]\naccepted = [\"x\"]\n+++\nQue faire ?\n\n"
                         "- ( ) a\n- (x) b\n- (2) c\n- [[a]] d\n- e => f\n+++\nAide\n"});
}

TEST_CASE("fuzz: any answer is counted") {
    run(fuzz::answer, {"2,1", R"({"a":"été","b":"12"})", "L'ÉTÉ 1 000,5", "1,2,3"});
}

TEST_CASE("fuzz: any file of another system is read or refused") {
    run(fuzz::imported_xml,
        {R"(<quiz><question type="multichoice"><name><text>a</text></name><questiontext
            format="html"><text><![CDATA[<p>b &eacute; <b>c</b></p>]]></text></questiontext><answer
            fraction="100"><text>d</text></answer></question></quiz>)",
         R"(<assessmentItem identifier="i" title="t"><responseDeclaration identifier="R"
            cardinality="multiple" baseType="directedPair"><correctResponse><value>a 1</value>
            </correctResponse></responseDeclaration><itemBody><matchInteraction
            responseIdentifier="R"><simpleMatchSet><simpleAssociableChoice identifier="a">A
            </simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice
            identifier="1">U</simpleAssociableChoice></simpleMatchSet></matchInteraction></itemBody>
            </assessmentItem>)"});
    run(fuzz::imported_json,
        {R"({"competences":[{"id":"c","index":"1.1"}],"tubes":[{"id":"t","name":"@t",
            "competenceId":"c"}],"skills":[{"id":"s","name":"@t2","tubeId":"t"}],"challenges":[{
            "id":"q","skillId":"s","status":"validé","alpha":1.0,"delta":0.5,"type":"QROCM-ind",
            "instruction":"A [b](c) <br>","proposals":"x : ${a#b§c options=[\"d\"]}",
            "solution":"a:\n- d\n"}]})"});
}
