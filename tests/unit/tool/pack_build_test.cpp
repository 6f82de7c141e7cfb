// SPDX-License-Identifier: Apache-2.0
// The command line of "preau key new" and "preau pack build": what a script relies on.
#include "pack/open.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "tool/command.hpp"

#include <fstream>

using namespace preau;

namespace {

struct Program {
    Program() {
        tool::add_key_new(app, exit_code);
        tool::add_pack_build(app, exit_code);
    }
    int run(const std::string& arguments) {
        app.parse(arguments);
        return exit_code;
    }
    CLI::App app;
    int exit_code = -1;
};

}  // namespace

TEST_CASE("A pack's source with a mistake ends with 1 and writes nothing") {
    const test::TempDir folder;
    REQUIRE(Program().run("new " + folder.file("key")) == tool::kDone);
    std::filesystem::create_directory(folder.path() / "source");
    std::ofstream(folder.path() / "source" / "pack.toml") << "id = 1\n";
    const auto arguments = "build " + folder.file("source") + " --key " + folder.file("key") +
                           " --out " + folder.file("out");
    CHECK(Program().run(arguments) == tool::kRefused);
    CHECK(Program().run(arguments + " --json") == tool::kRefused);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
}

TEST_CASE("A key file that is not there, or already there, ends with an error") {
    const test::TempDir folder;
    CHECK(Program().run("build sync/packs/bank --key " + folder.file("nothing") + " --out " +
                        folder.file("out")) == tool::kFailed);
    REQUIRE(Program().run("new " + folder.file("key")) == tool::kDone);
    CHECK(Program().run("new " + folder.file("key")) == tool::kFailed);
}

TEST_CASE("The bank is built from the command line and opens with its key") {
    const test::TempDir folder;
    REQUIRE(Program().run("new " + folder.file("key")) == tool::kDone);
    REQUIRE(Program().run("build sync/packs/bank --key " + folder.file("key") + " --out " +
                          folder.file("out")) == tool::kDone);
    const auto key = seal::SigningKey::load(folder.file("key"));
    REQUIRE(key);
    const auto pack = pack::open(folder.file("out"), key->public_key());
    REQUIRE(pack);
    CHECK(pack->id == "bank");
}
