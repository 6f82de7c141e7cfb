// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "tool/call_program.hpp"
#include "tool/service.hpp"

#include <csignal>

using namespace preau;
using namespace preau::tool;

namespace {

/// What a shell is told to do stands for a program of ours.
ChildCommand shell(const test::TempDir& folder, const std::string& script) {
    return {"/bin/sh", {"-c", script}, folder.path() / "log"};
}

}  // namespace

TEST_CASE("A program that is not there is named") {
    const test::TempDir folder;
    const auto child = ChildProcess::start({"/nowhere/preau-box", {}, folder.path() / "log"});
    REQUIRE_FALSE(child);
    CHECK(child.error().message == "start /nowhere/preau-box: No such file or directory");
}

TEST_CASE("A program that fails is quoted from its log") {
    const test::TempDir folder;
    const auto called = call_program(
        shell(folder, "echo '<6>started' >&2; echo '<3>the disk is full' >&2; exit 1"));
    REQUIRE_FALSE(called);
    CHECK(called.error().message == "sh -c: the disk is full (exit code 1)");
}

TEST_CASE("What a program prints must be one JSON value") {
    const test::TempDir folder;
    CHECK_FALSE(call_program(shell(folder, "echo ready")));
    const auto good = call_program(shell(folder, "echo '{\"listening\":8080}'"));
    REQUIRE(good);
    CHECK(*good->find("listening")->integer() == 8080);
}

TEST_CASE("A program that says nothing is not waited for for ever") {
    const test::TempDir folder;
    auto child = ChildProcess::start(shell(folder, "exec sleep 60"));
    REQUIRE(child);
    CHECK_FALSE(child->read_line(milliseconds(20)));
    CHECK_FALSE(child->ended());
    CHECK(child->stop(seconds(5)).signal == SIGTERM);
}

TEST_CASE("A program that ignores SIGTERM is killed in the end") {
    const test::TempDir folder;
    auto child =
        ChildProcess::start(shell(folder, "trap '' TERM; echo ready; while :; do sleep 1; done"));
    REQUIRE(child);
    REQUIRE(child->read_line(seconds(5)));
    CHECK(child->stop(milliseconds(50)).signal == SIGKILL);
}

TEST_CASE("A service that died is started again, one that cannot start is quoted") {
    const test::TempDir folder;
    Service lives("box", shell(folder, "echo ready; exec sleep 60"), Readiness::once_listening);
    REQUIRE(lives.start());
    CHECK_FALSE(*lives.revive());
    lives.kill();
    CHECK(*lives.revive());
    lives.stop();
    CHECK_FALSE(lives.ended());

    Service fails("box", shell(folder, "echo '<3>no key' >&2; exit 1"), Readiness::once_listening);
    const auto started = fails.start();
    REQUIRE_FALSE(started);
    CHECK(started.error().message == "box did not start: no key");
}

TEST_CASE("A service that keeps dying is left alone after a while") {
    const test::TempDir folder;
    Service dies("sync", shell(folder, "exit 1"), Readiness::once_started);
    REQUIRE(dies.start());
    Result<bool> revived = true;
    while (revived) revived = dies.revive();
    CHECK(revived.error().message.starts_with("sync keeps stopping (exit code 1)"));
}
