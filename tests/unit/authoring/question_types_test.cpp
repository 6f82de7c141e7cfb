// SPDX-License-Identifier: Apache-2.0
#include "unit/authoring/sealed_pack.hpp"
#include "unit/authoring/small_source.hpp"

#include <fmt/format.h>

using namespace preau;
using test::SmallSource;

namespace {

/// A question of 4.1 in the place of "un", with these lines of header and this body.
void write_question(const SmallSource& source, const std::string& type, const std::string& header,
                    const std::string& body) {
    source.write("4.1/un.md", fmt::format(R"(+++
id = "4.1-un"
type = "{}"
tube = "4.1-un"
skill = "4.1-un-1"
discriminant = 1.1
difficulty = -1
needs_internet = false
accessible_blind = true
accessible_colour = true
licence = "CC-BY-4.0"
author = "Préau"
{}+++
Répondez.

{})",
                                          type, header, body));
}

/// The question once compiled, signed and opened again.
struct Opened {
    pack::Pack pack;
    std::size_t index = 0;

    const pack::Question& question() const { return pack.questions[index]; }
    const answers::Key& key() const { return pack.keys[index]; }
};

Opened opened(const SmallSource& source) {
    INFO(source.problems());
    const auto read = authoring::read_source(source.folder());
    REQUIRE(read);
    Opened result{test::opened(*read)};
    while (result.question().item != "4.1-un") ++result.index;
    return result;
}

const std::string kFields = "- [[depart]] Ville\n- [[prix]] Prix\n";

}  // namespace

TEST_CASE("What does not make a question of its type is refused with its file and line") {
    struct Case {
        const char* type;
        const char* header;
        const char* body;
        const char* message;
    };
    const SmallSource source;
    for (const auto& wrong :
         {Case{"ordering", "", "- (1) a\n- (2) b\n- (3) c\n", "mix them"},
          Case{"ordering", "", "- (1) a\n- (3) b\n- (3) c\n", "each number from 1 to 3"},
          Case{"ordering", "", "- (2) a\n- (1) b\n", "must be 3 to 8, are 2"},
          Case{"ordering", "", "- ( ) a\n- (x) b\n", "looks like a proposal"},
          Case{"matching", "", "- a => x\n- b => x\n- c => x\n", "two different targets"},
          Case{"matching", "", "- a => x\n- b => y\n", "must be 3 to 8, are 2"},
          Case{"qrocm-ind", "[fields.a]\naccepted = [\"1\"]\n", "- [[b]] B\n", "no [fields.b]"},
          Case{"qrocm-ind", "[fields.a]\naccepted = [\"1\"]\n", "- [[A b]] B\n", "a-z, 0-9"},
          Case{"qrocm-dep", "groups = [[\"Lyon\"]]\n", "- [[a]] A\n- [[b]] B\n", "2 fields need"},
          Case{"qrocm-dep", "groups = [[]]\n", "- [[a]] A\n", "lists of 1 to"},
          Case{"qroc", "format = \"select\"\noptions = [\"a\", \"b\"]\naccepted = [\"c\"]\n", "",
               "none of the options"},
          Case{"qroc", "format = \"text\"\noptions = [\"a\", \"b\"]\naccepted = [\"a\"]\n", "",
               "unknown key"},
          Case{"qcu", "timer_seconds = 5\n", "- (x) a\n- ( ) b\n", "between 10 and 600"},
          Case{"qcu", "attachments = [\"../pack.toml\"]\n", "- (x) a\n- ( ) b\n",
               "beside the question"},
          Case{"qcu", "attachments = [\"rien.csv\"]\n", "- (x) a\n- ( ) b\n", "rien.csv"}}) {
        write_question(source, wrong.type, wrong.header, wrong.body);
        INFO(wrong.type << " " << wrong.header << wrong.body);
        CHECK_THAT(source.problems(),
                   Catch::StartsWith("4.1/un.md:") && Catch::Contains(wrong.message));
    }
}

TEST_CASE("A question of several fields keeps their order, formats and answers") {
    const SmallSource source;
    write_question(source, "qrocm-ind",
                   "[fields.prix]\nformat = \"number\"\naccepted = [\"12\"]\n"
                   "[fields.depart]\nformat = \"select\"\noptions = [\"Lyon\", \"Brest\"]\n"
                   "accepted = [\"Lyon\"]\n",
                   kFields);
    const auto ind = opened(source);
    REQUIRE(ind.question().fields.size() == 2);
    CHECK(ind.question().fields[0].name == "depart");
    CHECK(ind.question().fields[0].options == std::vector<std::string>{"Lyon", "Brest"});
    CHECK(ind.key().fields[1].accepted == std::vector<std::string>{"12"});
    CHECK(ind.question().french.labels_html == std::vector<std::string>{"Ville", "Prix"});

    write_question(source, "qrocm-dep", "groups = [[\"Lyon\", \"LYS\"], [\"Brest\"], [\"Lens\"]]\n",
                   kFields);
    const auto dep = opened(source);
    CHECK(dep.key().groups.size() == 3);
    CHECK(dep.key().fields.size() == 2);
}

TEST_CASE("Orderings and matchings are solved by numbers of what is shown") {
    const SmallSource source;
    write_question(source, "ordering", "", "- (3) c\n- (1) a\n- (2) b\n");
    CHECK(opened(source).key().solutions == std::vector<std::string>{"2,3,1"});
    write_question(source, "matching", "", "- un => z\n- deux => a\n- => m\n- trois => z\n");
    const auto matching = opened(source);
    CHECK(matching.question().french.targets_html == std::vector<std::string>{"a", "m", "z"});
    CHECK(matching.key().solutions == std::vector<std::string>{"3,1,3"});
}

TEST_CASE("An English text has the lines of the French one") {
    const SmallSource source;
    write_question(source, "matching", "", "- un => z\n- deux => a\n- trois => z\n");
    source.write("4.1/un.en.md", "Answer.\n\n- one => last\n- two => first\n- three => last\n");
    CHECK(opened(source).question().english->targets_html ==
          std::vector<std::string>{"first", "last"});
    source.write("4.1/un.en.md", "Answer.\n\n- one => last\n- two => first\n- three => first\n");
    CHECK_THAT(source.problems(), Catch::Contains("4.1/un.en.md: proposals: proposal 3"));
    source.write("4.1/seul.en.md", "Answer.\n");
    CHECK_THAT(source.problems(), Catch::Contains("4.1/seul.md is not there"));
}

TEST_CASE("Files and simulators travel with their question, and nothing of the open web") {
    const SmallSource source;
    source.write("4.1/releve.csv", "a;b\n");
    source.write("4.1/boite.json", "{\"a\":1}");
    source.write("simulators/messagerie.html", "<!doctype html><title>M</title>");
    const std::string header =
        "attachments = [\"releve.csv\"]\nfocus = true\ntimer_seconds = 30\n"
        "simulator = { page = \"messagerie\", scene = \"boite.json\", title = \"M\", height = 300, "
        "answers = true }\n"
        "format = \"text\"\ntreatments = []\naccepted = [\"12\"]\n";
    write_question(source, "qroc", header, "");
    const auto good = opened(source);
    CHECK(good.question().attachments.at(0).name == "releve.csv");
    CHECK(good.pack.media.contains(good.question().simulator->media));
    CHECK(good.question().timer_seconds == 30);
    CHECK(good.question().focus);

    source.write("4.1/boite.json", "{\"a\":\"\\ud800\"}");
    CHECK_THAT(source.problems(), Catch::Contains("is not a JSON object"));
    source.write("4.1/boite.json", "{\"a\":\"https://pix.fr/\"}");
    CHECK_THAT(source.problems(), Catch::Contains("pix.fr"));
    source.write("4.1/boite.json", "{\"a\":\"https://pix.example/\"}");
    CHECK(source.problems().empty());
    source.write("4.1/releve.csv", std::string(256 * 1024 + 1, 'a'));
    CHECK_THAT(source.problems(), Catch::Contains("releve.csv"));
}

TEST_CASE("Help belongs to practice packs, each question of which has some") {
    const SmallSource source;
    write_question(source, "qcu", "", "- (x) a\n- ( ) b\n+++\nParce que.\n");
    CHECK_THAT(source.problems(), Catch::Contains("only practice packs"));
    source.replace("pack.toml", "language", "kind = \"practice\"\nlanguage");
    CHECK_THAT(source.problems(), Catch::Contains("1.1/deux.md: help: missing"));
}

TEST_CASE("A question that needs the internet is left out of the compiled pack") {
    const SmallSource source;
    source.replace("pack.toml", "maximum_assessment_length = 32", "maximum_assessment_length = 20");
    source.replace("4.1/deux.md", "needs_internet = false", "needs_internet = true");
    write_question(source, "qcu", "", "- (x) a\n- ( ) b\n");
    CHECK(opened(source).pack.questions.size() == 31);
}

TEST_CASE("The room engine comes with its parameters and its dates") {
    const SmallSource source;
    source.replace("pack.toml", "algorithm = \"pix-flash-v3\"",
                   "algorithm = \"room\"\nvalid_from = \"2026-09-01\"");
    CHECK_THAT(source.problems(), Catch::Contains("certification_version.room: missing"));
    source.write("pack.toml", source.read("pack.toml") +
                                  "[certification_version.room]\npopulation_mean = 0.5\n"
                                  "population_sd = 1.5\ncompetence_sd = 0.5\n"
                                  "lower_asymptote = 0.01\nupper_asymptote = 0.98\n"
                                  "exposure_max = nan\nnoise = 0.03\n");
    CHECK_THAT(source.problems(), Catch::Contains("exposure_max: must be between"));
}
