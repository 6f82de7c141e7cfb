// SPDX-License-Identifier: Apache-2.0
// The command line of "preau key new" and "preau pack build": what a script relies on.
#include "pack/open.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
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

/// A folder with two content keys and an escrow.
struct Desk {
    Desk() {
        for (const auto* name : {"one", "two"})
            REQUIRE(Program().run("new " + folder.file(name)) == tool::kDone);
    }
    std::string build(const std::string& source, const std::string& second = "two") {
        return "build " + source + " --key " + folder.file("one") + " --key " +
               folder.file(second) + " --escrow " + seal::age_recipient_text(escrow.recipient()) +
               " --out " + folder.file("out");
    }

    test::TempDir folder;
    test::SeededEntropy entropy{3};
    seal::EncryptionKey escrow = seal::EncryptionKey::generate(entropy);
};

}  // namespace

TEST_CASE("A pack's source with a mistake ends with 1 and writes nothing") {
    Desk desk;
    std::filesystem::create_directory(desk.folder.path() / "source");
    std::ofstream(desk.folder.path() / "source" / "pack.toml") << "id = 1\n";
    const auto arguments = desk.build(desk.folder.file("source"));
    CHECK(Program().run(arguments) == tool::kRefused);
    CHECK(Program().run(arguments + " --json") == tool::kRefused);
    CHECK_FALSE(std::filesystem::exists(desk.folder.path() / "out"));
}

TEST_CASE("A key file that is not there, already there, or given twice ends with an error") {
    Desk desk;
    CHECK(Program().run(desk.build("sync/packs/bank", "nothing")) == tool::kFailed);
    CHECK(Program().run(desk.build("sync/packs/bank", "one")) == tool::kRefused);
    CHECK(Program().run("new " + desk.folder.file("one")) == tool::kFailed);
    CHECK_FALSE(std::filesystem::exists(desk.folder.path() / "out"));
}

TEST_CASE("The bank is built from the command line and opens with its escrow's key") {
    Desk desk;
    REQUIRE(Program().run(desk.build("sync/packs/bank")) == tool::kDone);
    seal::RoleKeys content;
    for (const auto* name : {"one", "two"}) {
        const auto key = seal::SigningKey::load(desk.folder.file(name));
        REQUIRE(key);
        content.keys.push_back(key->public_key());
    }
    content.threshold = 2;
    const auto pack = pack::open(desk.folder.file("out"), content, desk.escrow);
    REQUIRE(pack);
    CHECK(pack->id == "bank");
}
