// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "seal/entropy.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "tool/call_program.hpp"
#include "tool/free_port.hpp"

#include <fmt/format.h>

#include <csignal>
#include <fstream>

// `preau demo` as a person starts it: the real programs, on free ports.

using namespace preau;
using namespace preau::tool;

namespace {

namespace fs = std::filesystem;

class Demo {
  public:
    Demo() {
        seal::SystemEntropy entropy;
        for (auto* port : {&box_port, &central_port})
            *port = find_free_port("127.0.0.1", entropy).value();
    }

    ChildCommand command() const {
        return {fs::path(PREAU_PROGRAMS) / "preau",
                {"demo", "--programs", programs, "--web", PREAU_PAGES, "--pack", pack, "--data",
                 data.string(), "--box-port", std::to_string(box_port), "--central-port",
                 std::to_string(central_port)},
                log()};
    }
    /// Its one sentence, when it does not start.
    std::string refusal() const {
        auto child = ChildProcess::start(command());
        REQUIRE(child);
        const auto end = child->wait_for(seconds(30));
        REQUIRE(end);
        CHECK(end->code == 1);
        return last_words(log());
    }
    /// Starts it, and reads what it prints up to the end; the session number is kept.
    ChildProcess start() {
        auto child = ChildProcess::start(command());
        REQUIRE(child);
        for (std::string line; line.find("Ctrl-C") == std::string::npos;) {
            auto next = child->read_line(seconds(60));
            INFO(last_words(log()));
            REQUIRE(next);
            line = *next;
            if (line.find("Numéro de session") != std::string::npos)
                session_number = line.substr(line.rfind(' ') + 1);
        }
        return std::move(*child);
    }
    /// Starts it and stops it as Ctrl-C does.
    std::string start_and_stop() {
        auto child = start();
        child.signal(SIGINT);
        const auto end = child.wait_for(seconds(30));
        REQUIRE(end);
        CHECK(end->is_success());
        return session_number;
    }

    test::TempDir folder;
    fs::path data = folder.path() / "var";
    std::string programs = PREAU_PROGRAMS;
    std::string pack = "sync/packs/bank";
    std::uint16_t box_port = 0;
    std::uint16_t central_port = 0;
    std::string session_number;

  private:
    fs::path log() const { return folder.path() / "said"; }
};

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

TEST_CASE("The demo names the program that is missing") {
    Demo demo;
    demo.programs = demo.folder.file("empty");
    CHECK(demo.refusal() == fmt::format("preau: the program {}/preau-box is missing: build it "
                                        "first with ./setup release",
                                        demo.programs));
}

TEST_CASE("The demo names the port that is in use") {
    Demo first;
    const auto running = first.start();
    Demo second;
    second.central_port = first.box_port;
    CHECK(second.refusal().starts_with(
        fmt::format("preau: port {} is already in use", first.box_port)));
}

TEST_CASE("The demo says where it may not write") {
    Demo demo;
    demo.data = "/proc/preau-demo";
    CHECK(demo.refusal() ==
          "preau: create the folder /proc/preau-demo.tmp/central: No such file or directory");
}

TEST_CASE("The demo does not touch a folder that holds something else") {
    Demo demo;
    fs::create_directories(demo.data);
    write(demo.data / "letters.txt", "dear");
    CHECK(demo.refusal().find("holds something else") != std::string::npos);
    CHECK_FALSE(fs::exists(demo.data / "keys.json"));
}

TEST_CASE("The demo names what is wrong in an edited pack") {
    Demo demo;
    demo.pack = demo.folder.file("pack");
    fs::create_directories(demo.pack);
    write(fs::path(demo.pack) / "pack.toml", "id = 3\n");
    CHECK(demo.refusal().find("pack.toml") != std::string::npos);
}

TEST_CASE("The demo begins again what an interrupted first start left, then keeps its session") {
    Demo demo;
    fs::create_directories(demo.data.string() + ".tmp/central/keys");
    write(demo.data.string() + ".tmp/central/keys/session.key", "half a key");
    const auto number = demo.start_and_stop();
    CHECK(number == "1001");
    CHECK_FALSE(fs::exists(demo.data.string() + ".tmp"));
    CHECK(demo.start_and_stop() == number);
}

TEST_CASE("The demo opens another session once the last one is sealed") {
    Demo demo;
    CHECK(demo.start_and_stop() == "1001");
    const auto state = read_file(demo.data / "demo.json", 10'000);
    REQUIRE(state);
    const std::string text(as_text(*state));
    const auto session = text.substr(text.find("\"session\":\"") + 11, 32);
    write(demo.data / "box" / "outbox" / (session + ".preau"), "sealed");
    CHECK(demo.start_and_stop() == "1002");
}

TEST_CASE("The demo goes on after a session that it had no time to note") {
    Demo demo;
    CHECK(demo.start_and_stop() == "1001");
    fs::remove(demo.data / "demo.json");
    write(demo.data / "demo.json", R"({"next_number":1002,"session":null})");
    CHECK(demo.start_and_stop() == "1002");
}
