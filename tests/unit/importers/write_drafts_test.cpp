// SPDX-License-Identifier: Apache-2.0
#include "importers/write_drafts.hpp"

#include "authoring/source.hpp"
#include "importers/moodle.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <filesystem>

using namespace preau;
using namespace preau::importers;

namespace {

const Credit kCredit{.licence = "CC-BY-4.0", .author = "Une enseignante"};

Draft choice(std::string title) {
    Draft draft;
    draft.origin = draft.title = std::move(title);
    draft.competence = "2.1";
    draft.tube = "Messages";
    draft.instruction = "Que faire ?";
    draft.lines = {{.text = "Ceci"}, {.text = "Cela", .right = true}};
    return draft;
}

/// Writes a question with a picture of that alternative text, and reads it back.
struct TempDirWithDraft {
    test::TempDir folder;

    std::string alternative(const std::string& text) const {
        auto draft = choice("a");
        const std::string svg =
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>)";
        draft.picture = {".svg", text, to_bytes(as_bytes(svg))};
        const auto out = folder.path() / "out";
        REQUIRE(write_drafts({.drafts = {draft}, .losses = {}}, kCredit, out));
        authoring::Problems problems;
        const auto read = authoring::read_question(out, "2.1/a.md", problems);
        return read ? read->question.french.alternative : "refused";
    }
};

}  // namespace

TEST_CASE("an import never touches a folder that is there") {
    const test::TempDir folder;
    CHECK_FALSE(write_drafts({.drafts = {choice("a")}, .losses = {}}, kCredit, folder.path()));
}

TEST_CASE("nothing is written when no draft can be kept") {
    const test::TempDir folder;
    auto wrong = choice("a");
    wrong.lines[1].right = false;
    auto nowhere = choice("b");
    nowhere.competence = "9.9";
    const auto outcome =
        write_drafts({.drafts = {wrong, nowhere}, .losses = {}}, kCredit, folder.path() / "out");
    REQUIRE(outcome);
    CHECK(outcome->written.empty());
    CHECK(outcome->losses.size() == 2);
    CHECK(outcome->losses.back().what == "\"9.9\" is not one of the 16 competences");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("what is written is what the pack's source accepts") {
    const test::TempDir folder;
    const auto out = folder.path() / "out";
    auto ordering = choice("Étapes d'un envoi");
    ordering.kind = answers::Kind::ordering;
    ordering.lines = {
        {.text = "b", .place = 2}, {.text = "a", .place = 1}, {.text = "c", .place = 3}};
    auto matching = choice("Types");
    matching.kind = answers::Kind::matching;
    matching.lines = {{.text = "x", .target = "1"},
                      {.text = "y", .target = "2"},
                      {.text = "z", .target = "1"},
                      {.target = "3"}};
    auto fields = choice("Champs");
    fields.kind = answers::Kind::qrocm_ind;
    fields.lines = {};
    fields.fields = {{.name = "nom", .label = "Nom", .accepted = {"Ada"}},
                     {.name = "mois",
                      .label = "Mois",
                      .format = answers::Format::select,
                      .options = {"mai", "juin"},
                      .accepted = {"juin"}}};
    auto groups = choice("Groupes");
    groups.kind = answers::Kind::qrocm_dep;
    groups.lines = {};
    groups.fields = {{.name = "a", .label = "Un"}, {.name = "b", .label = "Deux"}};
    groups.groups = {{"Brest"}, {"Lille", "Lille \"Flandres\""}};
    const auto outcome = write_drafts(
        {.drafts = {choice("a"), choice("a"), ordering, matching, fields, groups}, .losses = {}},
        kCredit, out);
    REQUIRE(outcome);
    for (const auto& loss : outcome->losses) FAIL_CHECK(loss.origin << ": " << loss.what);
    REQUIRE(outcome->written.size() == 6);
    CHECK(outcome->written[1].file == "2.1/a-2.md");
    CHECK(outcome->written[2].file == "2.1/etapes-d-un-envoi.md");
    for (const auto& question : outcome->written) {
        authoring::Problems problems;
        CHECK(authoring::read_question(out, question.file, problems));
    }
}

TEST_CASE("signs and lines of an alternative text stay in it") {
    const TempDirWithDraft made;
    CHECK(made.alternative("un [écran](x) *neuf*\n- (x) b") == "un [écran](x) *neuf* - (x) b");
}

TEST_CASE("titles become file names") {
    CHECK(file_stem("Adresses IP & réseau") == "adresses-ip-reseau");
    CHECK(file_stem("???") == "question");
    CHECK(file_stem(std::string(100, 'a')).size() == 40);
}
