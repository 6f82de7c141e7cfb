// SPDX-License-Identifier: Apache-2.0
// The command lines of "preau pack new", "check" and "import": what a script relies on.
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "tool/command.hpp"

#include <filesystem>
#include <fstream>

using namespace preau;

namespace {

struct Program {
    Program() {
        tool::add_pack_new(app, exit_code);
        tool::add_pack_check(app, exit_code);
        tool::add_pack_import(app, exit_code);
    }
    int run(const std::string& arguments) {
        app.parse(arguments);
        return exit_code;
    }
    CLI::App app;
    int exit_code = -1;
};

constexpr auto kCredit = " --licence CC0 --author Moi";

}  // namespace

TEST_CASE("a new pack is never made over a folder that is there") {
    const test::TempDir folder;
    CHECK(Program().run("new " + folder.path().string()) == tool::kFailed);
}

TEST_CASE("a new pack has one good question of each type, and says what it still lacks") {
    const test::TempDir folder;
    const auto pack = folder.file("pack");
    REQUIRE(Program().run("new " + pack) == tool::kDone);
    std::string files;
    for (const auto& entry : std::filesystem::directory_iterator(pack + "/1.1"))
        files += " 1.1/" + entry.path().filename().string();
    CHECK(Program().run("check " + pack + files) == tool::kDone);
    CHECK(Program().run("check " + pack) == tool::kRefused);
}

TEST_CASE("a file that is not of the format named ends with 1 and makes nothing") {
    const test::TempDir folder;
    std::ofstream(folder.path() / "x.xml") << "<quiz>";
    for (const auto* format : {"pix", "qti", "moodle"})
        CHECK(Program().run("import " + folder.file("x.xml") + " --format " + format + " --out " +
                            folder.file("out") + kCredit) == tool::kRefused);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST_CASE("an import that keeps nothing ends with 1") {
    const test::TempDir folder;
    std::ofstream(folder.path() / "x.xml")
        << R"(<quiz><question type="essay"><name><text>a</text></name></question></quiz>)";
    CHECK(Program().run("import " + folder.file("x.xml") + " --format moodle --competence 1.1" +
                        " --out " + folder.file("out") + kCredit) == tool::kRefused);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST_CASE("a Moodle file becomes questions that the pack's source accepts") {
    const test::TempDir folder;
    std::ofstream(folder.path() / "x.xml") << R"(<quiz><question type="truefalse">
        <name><text>Ciel</text></name><questiontext format="html"><text>Le ciel est bleu.</text>
        </questiontext><answer fraction="100"><text>true</text></answer>
        <answer fraction="0"><text>false</text></answer></question></quiz>)";
    const auto out = folder.file("out");
    REQUIRE(Program().run("import " + folder.file("x.xml") + " --format moodle --competence 1.1" +
                          " --json --out " + out + kCredit) == tool::kDone);
    CHECK(Program().run("check " + out + " 1.1/ciel.md") == tool::kDone);
}
