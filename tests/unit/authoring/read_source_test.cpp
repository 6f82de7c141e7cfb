// SPDX-License-Identifier: Apache-2.0
// Every rule of docs/formats/pack.md on sources: one thing is changed in a good source, and the
// problem must name the file, the line, the field and what to do.
#include "support/catch.hpp"
#include "unit/authoring/small_source.hpp"

#include <fstream>
#include <vector>

using namespace preau;
using test::SmallSource;

namespace {

struct Change {
    std::string file, from, to;
    std::string place;    ///< beginning of the problem: "file:line: field: "
    std::string message;  ///< part of what it says
};

/// Exactly one problem, and that one.
void check_refused(const Change& change) {
    CAPTURE(change.file, change.from, change.to);
    const SmallSource source;
    source.replace(change.file, change.from, change.to);
    const auto problems = source.problems();
    CHECK_THAT(problems, Catch::StartsWith(change.place) && Catch::Contains(change.message));
    CHECK(std::ranges::count(problems, '\n') == 1);
}

}  // namespace

TEST_CASE("A question's header with one mistake is refused with its line and key") {
    const std::vector<Change> changes = {
        {"1.1/un.md", "+++\nid", "id", "1.1/un.md:1: header: ", "+++"},
        {"1.1/un.md", "id = \"1.1-un\"", "id = ", "1.1/un.md:2: ", "not TOML"},
        {"1.1/un.md", "id = \"1.1-un\"", "id = \"1.1-une\"",
         "1.1/un.md:2: id: ", "must be \"1.1-un\""},
        {"1.1/un.md", "id = \"1.1-un\"\n", "", "1.1/un.md:2: id: ", "missing"},
        {"1.1/un.md", "\"qcu\"", "\"puzzle\"",
         "1.1/un.md:3: type: ", "\"puzzle\" is not a type of question"},
        {"1.1/un.md", "\"qcu\"", "1", "1.1/un.md:3: type: ", "must be a text"},
        {"1.1/un.md", "tube = \"1.1-un\"", "tube = \"1.2-un\"",
         "1.1/un.md:4: tube: ", "must begin with \"1.1-\""},
        {"1.1/un.md", "skill = \"1.1-un-1\"", "skill = \"1.1-deux-1\"",
         "1.1/un.md:5: skill: ", "must be the tube"},
        {"1.1/un.md", "discriminant = 1.1", "discriminant = 0.0",
         "1.1/un.md:6: discriminant: ", "between 0.1 and 5, is 0"},
        {"1.1/un.md", "discriminant = 1.1", "discriminant = nan",
         "1.1/un.md:6: discriminant: ", "between 0.1 and 5"},
        {"1.1/un.md", "difficulty = -1", "difficulty = \"-1\"",
         "1.1/un.md:7: difficulty: ", "must be a number"},
        {"1.1/un.md", "difficulty = -1", "difficulty = 8.5",
         "1.1/un.md:7: difficulty: ", "between -8 and 8, is 8.5"},
        {"1.1/un.md", "needs_internet = false", "needs_internet = true",
         "pack.toml: certification_version.maximum_assessment_length: ", "31"},
        {"1.1/un.md", "accessible_blind = true", "accessible_blind = \"yes\"",
         "1.1/un.md:9: accessible_blind: ", "true or false"},
        {"1.1/un.md", "licence = \"CC-BY-4.0\"\n", "", "1.1/un.md:2: licence: ", "missing"},
        {"1.1/un.md", "author = \"Préau\"", "author = \"\"", "1.1/un.md:12: author: ", "is empty"},
        {"1.1/un.md",
         "author =", "auteur = \"x\"\nauthor =", "1.1/un.md:12: auteur: ", "unknown key"},
        {"1.1/un.md",
         "author =", "format = \"text\"\nauthor =", "1.1/un.md:12: format: ", "unknown key"},
        {"1.1/un.md", "author =", "licence = \"x\"\nauthor =", "1.1/un.md:12: ", "not TOML"},
    };
    for (const auto& change : changes) check_refused(change);
}

TEST_CASE("Accepted answers that would not work in the room are refused") {
    const std::string text = "accepted = [\"l'été\", \"estival\"]";
    const std::vector<Change> changes = {
        {"3.4/un.md", "format = \"number\"", "format = \"nombre\"",
         "3.4/un.md:13: format: ", "\"text\", \"number\" or \"select\""},
        {"3.4/un.md", "[\"7\"]", "[7]", "3.4/un.md:14: accepted: ", "between quotes"},
        {"3.4/un.md", "[\"7\"]", "[]", "3.4/un.md:14: accepted: ", "1 to 32"},
        {"3.4/un.md", "[\"7\"]", "[\"sept\"]", "3.4/un.md:14: accepted: ", "\"sept\" is no number"},
        {"3.4/un.md", "[\"7\"]", "[\"7\", \"0x7\"]",
         "3.4/un.md:14: accepted: ", "\"0x7\" is no number"},
        {"5.1/un.md", "\"estival\"", "\"#ABAND#\"",
         "5.1/un.md:14: accepted: ", "would be counted wrong"},
        {"5.1/un.md", "\"estival\"", "\"+\"", "5.1/un.md:14: accepted: ", "treatments remove"},
        {"5.1/un.md", text, text + "\ntreatments = [\"t4\"]",
         "5.1/un.md:15: treatments: ", "\"t1\", \"t2\", \"t3\""},
        {"5.1/un.md", "Quand ?\n", "Quand ?\n\n- (x) jamais\n",
         "5.1/un.md:18: proposals: ", "a qroc has none"},
    };
    for (const auto& change : changes) check_refused(change);
}

TEST_CASE("Proposals that do not fit the type are refused") {
    const std::vector<Change> changes = {
        {"1.1/un.md", "- (x) deux", "- ( ) deux",
         "1.1/un.md:16: proposals: ", "exactly one right proposal, marked (x): here 0"},
        {"1.1/un.md", "- ( ) un", "- (x) un", "1.1/un.md:16: proposals: ", "here 2"},
        {"1.1/un.md", "- ( ) un", "- [ ] un", "1.1/un.md:16: proposals: ", "a qcu writes"},
        {"1.1/un.md", "- ( ) un", "- (X) un", "1.1/un.md:16: proposals: ", "looks like a proposal"},
        {"1.1/un.md", "- ( ) un", "* ( ) un", "1.1/un.md:16: proposals: ", "looks like a proposal"},
        {"1.1/un.md", "- ( ) un", "-( ) un", "1.1/un.md:16: proposals: ", "looks like a proposal"},
        {"1.1/un.md", "- ( ) un", "- () un", "1.1/un.md:16: proposals: ", "looks like a proposal"},
        {"1.1/un.md", "- ( ) trois\n", "- ( ) trois\n  et demi\n",
         "1.1/un.md:19: proposals: ", "text after the proposals"},
        {"1.1/un.md", "- ( ) trois", "- ( ) un", "1.1/un.md:18: proposals: ", "says the same"},
        {"1.1/un.md", "trois", "<b>trois</b>", "1.1/un.md:18: proposals: ", "one line of text"},
        {"1.1/un.md", "trois", "# trois", "1.1/un.md:18: proposals: ", "one line of text"},
        {"1.1/un.md", "trois", std::string(1100, 'x'), "1.1/un.md:18: proposals: ", "longer than"},
        {"1.1/un.md", "- (x) deux\n- ( ) trois\n", "", "1.1/un.md:16: proposals: ", "2 to 10"},
        {"2.1/un.md", "- [x] deux", "- [ ] deux",
         "2.1/un.md:16: proposals: ", "at least two right"},
        {"2.1/un.md", "- [ ] trois", "- [x] trois", "2.1/un.md:16: proposals: ", "one wrong"},
    };
    for (const auto& change : changes) check_refused(change);
}

TEST_CASE("An instruction outside the Markdown subset is refused with its line") {
    const auto change = [](std::string to, std::string line, std::string message) {
        check_refused({"1.1/un.md", "Quelle réponse ?", "Bien.\n\n" + to,
                       "1.1/un.md:" + line + ": instruction: ", std::move(message)});
    };
    change("<script>alert(1)</script>", "16", "HTML is not allowed");
    change("un <b>mot</b>", "16", "HTML is not allowed");
    change("[un lien](https://example.org)", "16", "links are not allowed");
    change("<https://example.org>", "16", "links are not allowed");
    change("## Un titre", "16", "titles are not allowed");
    change("***", "16", "rules are not allowed");
    change("un ![x](carre.svg)", "16", "stands alone");
    change("![x](carre.svg \"titre\")", "16", "has no title");
    change(std::string(9000, 'x'), "14", "longer than");
    check_refused({"1.1/un.md", "Quelle réponse ?", "", "1.1/un.md:14: instruction: ", "is empty"});
}

TEST_CASE("A picture that cannot be shown everywhere is refused") {
    const auto named = [](std::string to, std::string message) {
        // Two problems at once: the picture that the question showed is no longer used.
        const SmallSource source;
        source.replace("1.2/un.md", "![Un carré noir](carre.svg)", to);
        CHECK_THAT(source.problems(),
                   Catch::StartsWith("1.2/un.md:16: picture: ") && Catch::Contains(message));
    };
    named("![](carre.svg)", "alternative text");
    named("![Un rond](rond.svg)", "rond.svg is not there");
    named("![Un rond](../1.1/rond.svg)", "must be the name of a file beside");
    named("![Un rond](https://example.org/rond.svg)", "must be the name of a file beside");
    named("![Un rond](rond.gif)", "must be the name of a file beside");

    const auto drawn = [](std::string_view content, std::string message) {
        const SmallSource source;
        source.write("1.2/carre.svg", content);
        CHECK_THAT(source.problems(),
                   Catch::StartsWith("1.2/un.md:16: picture: ") && Catch::Contains(message));
    };
    drawn("", "carre.svg");
    drawn("\x89PNG", "carre.svg");
    drawn(std::string(300'000, ' '), "at most 262144 bytes");

    const SmallSource twice;
    twice.replace("1.2/un.md", "![Un carré noir](carre.svg)",
                  "![Un carré noir](carre.svg)\n\n![Un carré noir](carre.svg)");
    CHECK_THAT(twice.problems(), Catch::Contains("at most one picture"));
}

TEST_CASE("A file that does not belong to the source is refused by its name") {
    const SmallSource source;
    source.write("1.2/autre.svg", "<svg/>");
    CHECK(source.problems() == "1.2/autre.svg: no question uses it: remove it\n");
    source.remove("1.2/autre.svg");
    const auto name = GENERATE("notes.txt", "5.3/un.md", "1.2/Un mot.md", "1.2/sous/un.md");
    source.write(name, "x");
    CHECK_THAT(source.problems(), Catch::Contains("remove it") || Catch::Contains("belong here"));
}

TEST_CASE("A source file that is not plain UTF-8 text is refused with its line") {
    const SmallSource source;
    source.replace("1.1/un.md", "Quelle réponse", "Quelle r\xE9ponse");
    CHECK_THAT(source.problems(), Catch::StartsWith("1.1/un.md:14: is not UTF-8"));
    source.replace("1.1/un.md", "\xE9", "\x07");
    CHECK_THAT(source.problems(), Catch::StartsWith("1.1/un.md:14: holds a control character"));
}

TEST_CASE("pack.toml with one mistake is refused with its line and key") {
    const std::string version = "certification_version.";
    const std::vector<Change> changes = {
        {"pack.toml", "id = \"essai\"", "id = \"Essai 1\"", "pack.toml:1: id: ", "a-z, 0-9"},
        {"pack.toml", "version = \"1\"", "version = 1", "pack.toml:2: version: ", "text"},
        {"pack.toml", "title = \"Paquet d'essai\"\n", "", "pack.toml:1: title: ", "missing"},
        {"pack.toml", "\"fr\"", "\"en\"", "pack.toml:4: language: ", "must be \"fr\""},
        {"pack.toml", "2026-11-24", "2026-11-31", "pack.toml:5: created: ", "YYYY-MM-DD"},
        {"pack.toml", "\"2026-11-24\"", "2026-11-24", "pack.toml:5: created: ", "text"},
        {"pack.toml",
         "licence =", "license = \"x\"\nlicence =", "pack.toml:6: license: ", "unknown key"},
        {"pack.toml", "pix-flash-v3", "pix-flash-v4",
         "pack.toml:10: " + version + "algorithm: ", "pix-flash-v3"},
        {"pack.toml", "maximum_assessment_length = 32", "maximum_assessment_length = 0",
         "pack.toml:11: " + version + "maximum_assessment_length: ", "between 1 and 500"},
        {"pack.toml", "minimum_answers = 20", "minimum_answers = 33",
         "pack.toml:19: " + version + "minimum_answers: ", "must not exceed"},
        {"pack.toml", "minimum_answers = 20", "minimum_answers = 20.0",
         "pack.toml:19: " + version + "minimum_answers: ", "whole number"},
        {"pack.toml", "\"ask-invigilator\"", "\"ask\"",
         "pack.toml:20: " + version + "deadline_policy: ", "\"close\""},
        {"pack.toml", "[[-8, 0.0], [0.0, 8]]", "[[-8, 0.0], [0.1, 8]]",
         "pack.toml:21: " + version + "mesh_intervals: ", "beginning where"},
        {"pack.toml", "[[-8, 0.0], [0.0, 8]]", "[]",
         "pack.toml:21: " + version + "mesh_intervals: ", "1 to 9"},
        {"pack.toml", "\"5.2\" =", "\"5.3\" =",
         "pack.toml:23: " + version + "competence_intervals.5.2: ", "missing"},
    };
    for (const auto& change : changes) {
        CAPTURE(change.to);
        const SmallSource source;
        source.replace(change.file, change.from, change.to);
        CHECK_THAT(source.problems(),
                   Catch::StartsWith(change.place) && Catch::Contains(change.message));
    }
}

TEST_CASE("A source that cannot fill a whole test is refused") {
    const SmallSource source;
    source.remove("4.1/un.md");
    CHECK_THAT(source.problems(), Catch::Contains("32 questions of different tubes") &&
                                      Catch::Contains("the source has 31"));
    source.remove("4.1/deux.md");
    CHECK_THAT(source.problems(), Catch::Contains("4.1: no question for this competence"));
}

TEST_CASE("Two questions of one tube count once towards a whole test") {
    const SmallSource source;
    source.replace("4.1/un.md", "tube = \"4.1-un\"\nskill = \"4.1-un-1\"",
                   "tube = \"4.1-deux\"\nskill = \"4.1-deux-2\"");
    CHECK_THAT(source.problems(), Catch::Contains("the source has 31"));
    source.replace("pack.toml", "limit_to_one_question_per_tube = true",
                   "limit_to_one_question_per_tube = false");
    CHECK(source.problems().empty());
}

TEST_CASE("A folder without pack.toml, or no folder at all, is one clear problem") {
    const test::TempDir folder;
    const auto empty = authoring::read_source(folder.path());
    REQUIRE_FALSE(empty);
    CHECK_THAT(empty.error().front().text(), Catch::Contains("pack.toml"));
    CHECK_FALSE(authoring::read_source(folder.path() / "nowhere"));
}

TEST_CASE("All the problems of a source are listed in one run") {
    const SmallSource source;
    source.replace("1.1/un.md", "difficulty = -1", "difficulty = -9");
    source.replace("1.1/un.md", "author = \"Préau\"\n", "");
    source.replace("3.2/deux.md", "(x)", "( )");
    source.replace("pack.toml", "\"fr\"", "\"en\"");
    source.write("notes.txt", "x");
    const auto problems = source.problems();
    CHECK(std::ranges::count(problems, '\n') == 5);
    for (const auto place : {"1.1/un.md:7: difficulty", "1.1/un.md:2: author",
                             "3.2/deux.md:16: proposals", "pack.toml:4: language", "notes.txt: "})
        CHECK_THAT(problems, Catch::Contains(place));
}

TEST_CASE("A good source is read as it is written") {
    const SmallSource small;
    const auto source = authoring::read_source(small.folder());
    REQUIRE(source);
    REQUIRE(source->questions.size() == 32);
    CHECK(source->title == "Paquet d'essai");
    CHECK(source->certification_version.competence_intervals.at("5.2").at(1) ==
          adaptive::Interval{1, 0.5, 8.0});

    const auto& picture = source->questions.at(3);
    CHECK(picture.item == adaptive::Item{"1.2-un", "1.2", "1.2-un", "1.2-un-1", 1.1, -1.0});
    CHECK(picture.question.french.instruction_html == "<p>Que voit-on ?</p>");
    CHECK(picture.question.french.proposals_html ==
          std::vector<std::string>{"un carré", "un rond"});
    CHECK(picture.key.solutions == std::vector<std::string>{"1"});
    REQUIRE(picture.question.picture);
    CHECK(picture.question.french.alternative == "Un carré noir");
    CHECK(picture.question.picture->width == 20);
    CHECK(picture.question.picture->height == 10);

    CHECK(source->questions.at(7).item.id == "2.1-un");
    CHECK(source->questions.at(7).key.solutions == std::vector<std::string>{"1,2"});
    CHECK(source->questions.at(21).question.format == answers::Format::number);
    CHECK(source->questions.at(21).key.treatments == answers::Treatments{});
}

TEST_CASE("An editor's byte order mark and line ends do not count") {
    const SmallSource source;
    auto text = source.read("1.1/un.md");
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
        text.insert(at, "\r");
    source.write("1.1/un.md", "\xEF\xBB\xBF" + text);
    CHECK(source.problems().empty());
}

TEST_CASE("The example of docs/formats/pack.md is a good question") {
    std::ifstream file("docs/formats/pack.md");
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::string fence = "````markdown\n";
    const auto from = page.find(fence);
    REQUIRE(from != std::string::npos);
    const auto begin = from + fence.size();
    const SmallSource source;
    source.write("1.2/arborescence.md", page.substr(begin, page.find("````", begin) - begin));
    source.write("1.2/arborescence.svg", source.read("1.2/carre.svg"));
    CHECK(source.problems().empty());
}
