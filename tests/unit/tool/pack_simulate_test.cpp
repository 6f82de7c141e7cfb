// SPDX-License-Identifier: Apache-2.0
// The command line of "preau pack simulate", and the line that tells how far it is.
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "tool/command.hpp"
#include "tool/progress_bar.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace preau;

namespace {

int run(const std::string& arguments) {
    CLI::App app;
    int exit_code = -1;
    tool::add_pack_simulate(app, exit_code);
    app.parse("simulate " + arguments);
    return exit_code;
}

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr auto kSmall = "sync/packs/bank --engine pix-flash-v3 --candidates 60 ";

}  // namespace

TEST_CASE("a simulation of what makes no sense is refused before anything is read") {
    for (const std::string wrong : {"--engine elo",      "--candidates 1",  "--candidates 2000000",
                                    "--candidates many", "--room 0",        "--room -3",
                                    "--ability 0.5",     "--ability a,b",   "--ability nan,1",
                                    "--ability 0,-1",    "--ability 0,inf", "--ability 99,1",
                                    "--ability 1,1,1",   "--slip 0.6",      "--slip -0.1",
                                    "--slip nan",        "--guess 1",       "--guess ''",
                                    "--seed -1",         "--seed 1.5",      "--sead 1"}) {
        INFO(wrong);
        CHECK_THROWS_AS(run("nowhere " + wrong), CLI::ParseError);
    }
    CHECK_THROWS_AS(run(""), CLI::ParseError);
}

TEST_CASE("a source with a mistake is not simulated") {
    const test::TempDir folder;
    std::ofstream(folder.path() / "pack.toml") << "id = 1\n";
    CHECK(run(folder.path().string() + " --html " + folder.file("out.html")) == tool::kRefused);
    CHECK_FALSE(std::filesystem::exists(folder.file("out.html")));
}

TEST_CASE("a page that cannot be written ends with an error") {
    const test::TempDir folder;
    CHECK(run(kSmall + ("--html " + folder.file("nowhere/out.html"))) == tool::kFailed);
}

TEST_CASE("the same seed gives the same page, another seed another") {
    const test::TempDir folder;
    const auto page = [&](const std::string& name, const std::string& arguments) {
        REQUIRE(run(kSmall + arguments + " --html " + folder.file(name)) == tool::kDone);
        return content(folder.file(name));
    };
    const auto once = page("a.html", "--seed 5 --ability -0.5,1 --slip 0.02 --guess 0.01");
    const auto again = page("b.html", "--seed 5 --ability -0.5,1 --slip 0.02 --guess 0.01");
    CHECK(once.find("pix-flash-v3") != std::string::npos);
    CHECK(once == again);
    CHECK(once != page("c.html", "--seed 6 --ability -0.5,1 --slip 0.02 --guess 0.01"));
}

TEST_CASE("the line of progress guesses no time before a second has passed, nor of no work") {
    CHECK(tool::progress_line("room", 0, 100, seconds(9)).find("left") == std::string::npos);
    CHECK(tool::progress_line("room", 50, 100, milliseconds(900)).find("left") ==
          std::string::npos);
    CHECK(tool::progress_line("room", 5, 0, {}).find("100 %") != std::string::npos);
}

TEST_CASE("the line of progress tells the share done and the time left") {
    CHECK(tool::progress_line("room", 25, 100, seconds(4)) ==
          "room          [#######-----------------------]  25 %, 12 s left");
}
