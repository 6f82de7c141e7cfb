// SPDX-License-Identifier: Apache-2.0
#include "tool/demo_state.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;
using namespace preau::tool;

TEST_CASE("A demo that never ran begins with no session") {
    const test::TempDir folder;
    const auto state = load_demo_state(folder.path() / "demo.json");
    REQUIRE(state);
    CHECK(state->next_number == 1001);
    CHECK_FALSE(state->session);
}

TEST_CASE("A damaged demo file is named") {
    const test::TempDir folder;
    const auto file = folder.path() / "demo.json";
    REQUIRE(write_file(file, as_bytes(R"({"next_number":0,"session":null})")));
    const auto state = load_demo_state(file);
    REQUIRE_FALSE(state);
    CHECK(state.error().message.find("demo.json") != std::string::npos);
}

TEST_CASE("A demo of before the code of the day opens another session") {
    const test::TempDir folder;
    const auto file = folder.path() / "demo.json";
    REQUIRE(write_file(file, as_bytes(R"({"next_number":1002,"session":{"session":"ab"}})")));
    const auto state = load_demo_state(file);
    REQUIRE(state);
    CHECK(state->next_number == 1002);
    CHECK_FALSE(state->session);
}

TEST_CASE("What the demo remembers is only for its owner") {
    const test::TempDir folder;
    const auto file = folder.path() / "demo.json";
    const DemoSession session{
        {"ab", "1001", "KXPT42", "secret", {"BCD234", "FGH678"}}, "2026-11-24", "cd"};
    REQUIRE(save_demo_state({1002, session}, file));
    CHECK(std::filesystem::status(file).permissions() == std::filesystem::perms(0600));
    const auto state = load_demo_state(file);
    REQUIRE(state);
    CHECK(state->next_number == 1002);
    REQUIRE(state->session);
    CHECK(state->session->opened.invigilator_password == "secret");
    CHECK(state->session->opened.personal_codes == session.opened.personal_codes);
    CHECK(state->session->pack_hash == "cd");
}

TEST_CASE("A path is written so that TOML reads it back") {
    const auto text = box_config({.web = "/a \"b\"\\c\n"});
    CHECK(text.find(R"(web = "/a \"b\"\\c\u000a")") != std::string::npos);
}
