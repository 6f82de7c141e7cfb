// SPDX-License-Identifier: Apache-2.0
// The command lines of "preau key", "enrol", "authorise" and "receipt": what a script relies on.
#include "base/file.hpp"
#include "pack/format.hpp"
#include "seal/authorisation.hpp"
#include "seal/checkpoint.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"
#include "tool/command.hpp"
#include "unit/seal/test_platform.hpp"

#include <fmt/format.h>

using namespace preau;
using seal::Role;

namespace {

/// One call of the program: `preau GROUP ARGUMENTS`.
int call(const std::string& group, const std::string& arguments) {
    CLI::App app;
    int exit_code = -1;
    if (group == "key") {
        tool::add_key_new(app, exit_code);
        tool::add_key_show(app, exit_code);
        tool::add_key_words(app, exit_code);
    } else if (group == "enrol") {
        tool::add_enrol_request(app, exit_code);
        tool::add_enrol_sign(app, exit_code);
        tool::add_enrol_check(app, exit_code);
    } else if (group == "authorise") {
        tool::add_authorise_make(app, exit_code);
        tool::add_authorise_check(app, exit_code);
        tool::add_authorise_show(app, exit_code);
    } else {
        tool::add_receipt_check(app, exit_code);
        tool::add_receipt_show(app, exit_code);
    }
    app.parse(arguments);
    return exit_code;
}

/// A platform's files, and a box with its two keys.
struct Desk {
    Desk() {
        REQUIRE(platform.key(Role::enrol).save(folder.path() / "enrol.key"));
        REQUIRE(platform.key(Role::session).save(folder.path() / "session.key"));
        write("root.json", platform.sign_root(platform.root()));
        REQUIRE(call("key", "new " + file("sign.key")) == tool::kDone);
        REQUIRE(call("key", "new --encryption " + file("encrypt.key")) == tool::kDone);
    }

    std::string file(const std::string& name) const { return folder.file(name); }
    void write(const std::string& name, std::string_view text) const {
        REQUIRE(write_file(folder.path() / name, as_bytes(text)));
    }
    std::string read(const std::string& name) const {
        return std::string(as_text(*read_file(folder.path() / name, 1 << 20)));
    }
    int request(const std::string& more = "") const {
        return call("enrol",
                    fmt::format("request --sign {} --encrypt {} --uai 0751234A "
                                "--hardware 42 --out {} {}",
                                file("sign.key"), file("encrypt.key"), file("request.json"), more));
    }
    int certify(const std::string& key = "enrol.key", const std::string& more = "") const {
        return call("enrol", fmt::format("sign {} --key {} --box BOX-7Q4M --out {} {}",
                                         file("request.json"), file(key), file("box.json"), more));
    }
    int check(const std::string& name) const {
        return call("enrol", fmt::format("check {} --root {}", file(name), file("root.json")));
    }

    test::TempDir folder;
    test::TestPlatform platform;
};

}  // namespace

TEST_CASE("a key is shown without its secret, a wrong file is refused") {
    const Desk desk;
    CHECK(call("key", "show " + desk.file("sign.key")) == tool::kDone);
    CHECK(call("key", "show --json " + desk.file("encrypt.key")) == tool::kDone);
    CHECK(call("key", "show " + desk.file("nothing")) == tool::kFailed);
    CHECK(call("key", "new --encryption " + desk.file("encrypt.key")) == tool::kFailed);
    const auto key = to_hex(test::key_of(1).public_key());
    CHECK(call("key", "words " + key) == tool::kDone);
    CHECK(call("key", "words " + key.substr(1)) == tool::kRefused);
}

TEST_CASE("a box asks, the platform certifies, anybody checks") {
    const Desk desk;
    REQUIRE(desk.request() == tool::kDone);
    CHECK(desk.check("request.json") == tool::kDone);
    REQUIRE(desk.certify() == tool::kDone);
    CHECK(desk.check("box.json") == tool::kDone);
    CHECK(call("enrol", "check " + desk.file("box.json")) == tool::kRefused);
    CHECK(desk.certify("enrol.key", "--days 401") == tool::kRefused);
    REQUIRE(desk.certify("session.key") == tool::kDone);
    CHECK(desk.check("box.json") == tool::kRefused);
}

TEST_CASE("a renewed key is asked for with the one before") {
    const Desk desk;
    REQUIRE(call("key", "new " + desk.file("old.key")) == tool::kDone);
    REQUIRE(desk.request("--replaces " + desk.file("old.key")) == tool::kDone);
    CHECK(desk.check("request.json") == tool::kDone);
}

TEST_CASE("a session is authorised for the boxes certified, and its code opens the pack") {
    const Desk desk;
    REQUIRE(desk.request() == tool::kDone);
    REQUIRE(desk.certify() == tool::kDone);
    const std::string manifest = R"({"id":"bank","version":"3"})";
    desk.write("pack.json", seal::sign_envelope(pack::format::kPayloadType, as_bytes(manifest),
                                                desk.platform.key(Role::content)));
    test::SeededEntropy entropy(1);
    const std::vector to{test::TestPlatform::escrow_key().recipient()};
    for (const auto* name : {"pack.pub.age", "pack.sec.age"})
        desk.write(name, as_text(*seal::age_encrypt(as_bytes(name), to, entropy)));
    REQUIRE(test::TestPlatform::escrow_key().save(desk.folder.path() / "escrow.key"));
    desk.write("roster", "somebody");
    const auto make = [&](const std::string& more) {
        return call(
            "authorise",
            fmt::format("make --key {} --root {} --certificate {} --pack {} --roster {} --number "
                        "123456 --campaign 2026 --from 2026-11-25T07:00:00.000Z --until "
                        "2026-11-25T17:00:00.000Z --out {} {}",
                        desk.file("session.key"), desk.file("root.json"), desk.file("box.json"),
                        desk.folder.path().string(), desk.file("roster"), desk.file("session.json"),
                        more));
    };
    REQUIRE(make("--escrow " + desk.file("escrow.key") + " --lockdown any --json") == tool::kDone);
    const auto check =
        fmt::format("check {} --root {}", desk.file("session.json"), desk.file("root.json"));
    CHECK(call("authorise", check) == tool::kDone);
    CHECK(call("authorise", "show " + desk.file("session.json")) == tool::kDone);
    const auto made = seal::open_authorisation(desk.read("session.json"), desk.platform.root());
    REQUIRE(made);
    CHECK(made->find_share("BOX-7Q4M") != nullptr);
    CHECK(made->lockdown == seal::LockdownRule::any);
    const auto box = seal::EncryptionKey::load(desk.folder.path() / "encrypt.key");
    CHECK(seal::open_share(made->find_share("BOX-7Q4M")->share, *box));
    CHECK(make("--candidates 513") == tool::kRefused);

    auto changed = desk.read("session.json");
    changed[changed.size() / 2] ^= 1;
    desk.write("session.json", changed);
    CHECK(call("authorise", check) == tool::kRefused);
}

TEST_CASE("N2: a receipt is checked by the receipt key, shown by none") {
    const Desk desk;
    const auto root = desk.platform.root();
    const auto checkpoint = seal::sign_checkpoint({"preau.example/box/BOX-1/session/00", 4, {}},
                                                  "preau.example/box/BOX-1/e1", test::key_of(1));
    const auto cosigned = [&](Role role) {
        return *seal::cosign(checkpoint, root.verifier(role).name, desk.platform.key(role), 1000);
    };
    const auto check = "check " + desk.file("r") + " --root " + desk.file("root.json");
    desk.write("r", cosigned(Role::receipt));
    CHECK(call("receipt", check) == tool::kDone);
    CHECK(call("receipt", "show --json " + desk.file("r")) == tool::kDone);
    desk.write("r", cosigned(Role::witness));
    CHECK(call("receipt", check) == tool::kRefused);
    CHECK(call("receipt", "show " + desk.file("r")) == tool::kDone);
    desk.write("r", "<html>captive portal</html>");
    CHECK(call("receipt", check) == tool::kRefused);
}
