// SPDX-License-Identifier: Apache-2.0
#include "importers/pix_release.hpp"

#include "importers/pix_text.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

using namespace preau;
using namespace preau::importers;

namespace {

/// A release with that one challenge.
std::string release(std::string_view challenge) {
    return fmt::format(R"({{"content":{{
        "competences":[{{"id":"c1","index":"1.2"}}],
        "tubes":[{{"id":"t1","name":"@dossier","competenceId":"c1"}}],
        "skills":[{{"id":"s1","name":"@dossier4","tubeId":"t1"}}],
        "challenges":[{{"id":"rec1","skillId":"s1","status":"validé","locales":["fr"],
            "instruction":"Lisez [la page](https://exemple.example).",
            "alpha":1.37,"delta":-0.42,{}}}]}}}})",
                       challenge);
}

Imported read(std::string_view challenge) {
    auto imported = read_pix_release(release(challenge), "");
    REQUIRE(imported);
    return std::move(*imported);
}

std::string reason(const Imported& imported) {
    REQUIRE(imported.drafts.empty());
    REQUIRE(imported.losses.back().whole);
    return imported.losses.back().what;
}

}  // namespace

TEST_CASE("a text that is no release says what is missing") {
    const auto read = read_pix_release(R"({"challenges":[]})", "");
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "no list \"competences\": this is not a release");
}

TEST_CASE("a challenge that cannot be hosted is left out with the reason") {
    CHECK(reason(read(R"("type":"QCU","embedUrl":"https://epreuves.example/1.html")")) ==
          "its simulator https://epreuves.example/1.html is on the web");
    CHECK(reason(read(R"("type":"QCU","illustrationUrl":"https://images.example/a.png")")) ==
          "its picture https://images.example/a.png is not beside the release");
    CHECK(reason(read(R"("type":"QCU","attachments":["https://files.example/a.ods"])")) ==
          "its file https://files.example/a.ods is not beside the release");
    CHECK(reason(read(R"("type":"QROCM-ind","proposals":"${a}","solution":"a: [ b")"))
              .starts_with("its solution: YAML, line "));
    CHECK(reason(read(R"("type":"SIMU")")) == "a challenge of type \"SIMU\" has no counterpart");
}

TEST_CASE("a QCU comes with its place and its calibration") {
    const auto imported =
        read(R"("type":"QCU","proposals":"- un\n- deux\n- trois","solution":"2")");
    REQUIRE(imported.drafts.size() == 1);
    const auto& draft = imported.drafts.front();
    CHECK(draft.competence == "1.2");
    CHECK(draft.tube == "@dossier");
    CHECK(draft.skill == "4");
    CHECK(draft.discriminant == 1.37);
    CHECK(draft.difficulty == -0.42);
    CHECK(draft.instruction == "Lisez la page.");
    REQUIRE(draft.lines.size() == 3);
    CHECK(draft.lines[1].text == "deux");
    CHECK(draft.lines[1].right);
    CHECK_FALSE(draft.lines[0].right);
    CHECK(
        imported.losses ==
        std::vector<Loss>{{"rec1", "the link https://exemple.example: its text was kept", false}});
}

TEST_CASE("a QROC keeps its variants and its treatments") {
    const auto imported =
        read(R"("type":"QROC","proposals":"${rep#en lettres}","solution":"Lyon\nlyon 2",)"
             R"("t3Status":false)");
    REQUIRE(imported.drafts.size() == 1);
    const auto& draft = imported.drafts.front();
    CHECK(draft.accepted == std::vector<std::string>{"Lyon", "lyon 2"});
    CHECK(draft.treatments == answers::Treatments{.t1 = true, .t2 = true, .t3 = false});
}

TEST_CASE("a QROCM becomes labelled fields") {
    const auto imported = read(R"("type":"QROCM-ind","proposals":"Nom : ${nom}\nMois )"
                               R"(${mois options=[\"mai\", \"juin\"]}",)"
                               R"("solution":"nom:\n- Ada\nmois:\n- juin\n")");
    REQUIRE(imported.drafts.size() == 1);
    const auto& fields = imported.drafts.front().fields;
    REQUIRE(fields.size() == 2);
    CHECK(fields[0].label == "Nom");
    CHECK(fields[0].accepted == std::vector<std::string>{"Ada"});
    CHECK(fields[1].format == answers::Format::select);
    CHECK(fields[1].options == std::vector<std::string>{"mai", "juin"});
}

TEST_CASE("blanks of a proposal are found with their labels") {
    const auto blanks = pix_blanks("- Prix (€) : ${prix#0§Le prix}\n${b}");
    REQUIRE(blanks.size() == 2);
    CHECK(blanks[0].name == "prix");
    CHECK(blanks[0].label == "Le prix");
    CHECK(blanks[1].label == "");
}

// Quadratic work on this would never end.
TEST_CASE("huge repeated brackets are read in one go") {
    const std::string brackets(1'000'000, '[');
    CHECK(clean_pix_text(brackets).markdown == brackets);
}
