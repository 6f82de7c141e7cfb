// SPDX-License-Identifier: Apache-2.0
#include "app/configuration.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;

namespace {

std::string complete() {
    return "name = \"BOX-1\"\ndata = \"/d\"\nweb = \"/w\"\nport = 8080\nroot = \"/root.json\"\n";
}

Result<app::Configuration> read(const std::string& text) {
    const test::TempDir folder;
    REQUIRE(write_file(folder.file("box.toml"), as_bytes(text)).has_value());
    return app::read_configuration(folder.file("box.toml"));
}

std::string changed(std::string_view from, std::string_view to) {
    auto text = complete();
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void is_refused(const std::string& text, std::string_view because) {
    const auto configuration = read(text);
    REQUIRE_FALSE(configuration.has_value());
    INFO(configuration.error().message);
    CHECK(configuration.error().message.find(because) != std::string::npos);
}

}  // namespace

TEST_CASE("a configuration that is not there is said to be missing") {
    const auto configuration = app::read_configuration("/nowhere/box.toml");
    REQUIRE_FALSE(configuration.has_value());
    CHECK(configuration.error().kind == ErrorKind::environment);
    CHECK(configuration.error().message.find("no such file") != std::string::npos);
}

TEST_CASE("a configuration that is wrong names the key, or the line when it is no TOML") {
    is_refused("name = ", "line 1");
    is_refused("colour = \"red\"\n" + complete(), "colour: this key is unknown");
    is_refused(changed("name = \"BOX-1\"", "name = 4"), "name: a text is expected");
    is_refused(changed("BOX-1", "box one"), "name: 1 to 32 capital letters");
    is_refused(changed("data = \"/d\"\n", ""), "data: a text is expected");
    is_refused(changed("8080", "65536"), "port: a whole number from 0 to 65535");
    is_refused(changed("port = 8080", "network_mode = \"proxy\""), "network_mode: direct or nat");
    is_refused(changed("port = 8080", "hosts = [1]"), "hosts: a list of texts");
    is_refused(changed("root = \"/root.json\"\n", ""), "root: a text is expected");
    is_refused(complete() + "demo = \"yes\"\n", "demo: true or false");
    is_refused(complete() + "[central]\nsession_key = \"\"\n", "central: this key is unknown");
    is_refused(complete() + "uai = \"" + std::string(65, '0') + "\"\n", "uai: 64 bytes");
}

TEST_CASE("a complete configuration is read, and what it leaves out has its default") {
    const auto configuration = read(complete());
    REQUIRE(configuration.has_value());
    CHECK(configuration->name == "BOX-1");
    CHECK(configuration->port == 8080);
    CHECK(configuration->address == "0.0.0.0");
    CHECK(configuration->network_mode == api::NetworkMode::direct);
    CHECK(configuration->signing_key() == "/d/keys/sign.key");
    CHECK(configuration->encryption_key() == "/d/keys/encrypt.key");
    CHECK(configuration->root == "/root.json");
    CHECK_FALSE(configuration->demo);
}
