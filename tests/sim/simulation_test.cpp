// SPDX-License-Identifier: Apache-2.0
//
// A whole session of 24 candidates on one thread and virtual time, in which everything goes wrong
// that a seed draws. PREAU_SIM_SEED=n runs that seed alone, the same down to the last byte;
// PREAU_SIM_SCALE=n runs n times as many seeds; PREAU_SIM_TRACE=1 prints what happens.
#include "sim/world.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <cstdlib>

using namespace preau;

namespace {

constexpr std::uint64_t kSeeds = 50;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : std::stoull(value);
}

/// A quiet world proves nothing: this much ten seeds must have met between them.
void check_variety(const sim::Tally& total, std::uint64_t seeds) {
    CHECK(total.acknowledged >= 400 * seeds);
    CHECK(total.restarts >= 4 * seeds);
    CHECK(total.drops >= 100 * seeds);
    CHECK(total.duplicates >= 100 * seeds);
    for (const char* kind : {"box died between turns",
                             "box died before serving",
                             "box died before the commit",
                             "box died during the commit",
                             "box died of a failed disk",
                             "box died before replying",
                             "box died among the replies",
                             "box died before announcing",
                             "contact.lost",
                             "contact.regained",
                             "deadline.passed",
                             "question.opened",
                             "focus.lost",
                             "ok",
                             "ko",
                             "aband",
                             "timedout",
                             "focusedOut",
                             "authorisation.expired",
                             "presence.cancelled",
                             "resume.requested",
                             "resume.authorised",
                             "completed",
                             "ended_by_invigilator",
                             "finalised",
                             "token_unknown",
                             "report.raised",
                             "report.accepted",
                             "report.refused",
                             "report_open",
                             "paused",
                             "test.paused",
                             "test.continued",
                             "room.paused",
                             "room.continued",
                             "time.added",
                             "message.sent",
                             "interruption.ruled",
                             "incident.noted",
                             "candidate.enrolled_late",
                             "session.minutes",
                             "candidate.minutes",
                             "seat.released",
                             "already_started",
                             "test_ended"}) {
        INFO("never met: " << kind);
        CHECK(total.met.contains(kind));
    }
}

void run_seed(std::uint64_t seed, sim::Tally& total) {
    const auto report = sim::run_world(seed);
    total += report.tally;
    for (const auto& violation : report.violations)
        FAIL_CHECK("seed " << seed << ": " << violation << " (again: PREAU_SIM_SEED=" << seed
                           << ")");
}

void run_seeds(std::uint64_t first, std::uint64_t last) {
    sim::Tally total;
    if (const auto only = setting("PREAU_SIM_SEED", 0)) {
        run_seed(only, total);
        fmt::print("simulation: seed {}, {}\n", only, total.line());
        return;
    }
    for (std::uint64_t round = 0; round < setting("PREAU_SIM_SCALE", 1); ++round)
        for (auto seed = first; seed <= last; ++seed) run_seed(round * kSeeds + seed, total);
    fmt::print("simulation: seeds {}-{}, {}\n", first, last, total.line());
    CHECK(total.lost == 0);
    CHECK(total.doubled == 0);
    check_variety(total, last - first + 1);
}

}  // namespace

TEST_CASE("whatever happens in the room, no acknowledged answer is lost: seeds 1 to 10") {
    run_seeds(1, 10);
}
TEST_CASE("whatever happens in the room, no acknowledged answer is lost: seeds 11 to 20") {
    run_seeds(11, 20);
}
TEST_CASE("whatever happens in the room, no acknowledged answer is lost: seeds 21 to 30") {
    run_seeds(21, 30);
}
TEST_CASE("whatever happens in the room, no acknowledged answer is lost: seeds 31 to 40") {
    run_seeds(31, 40);
}
TEST_CASE("whatever happens in the room, no acknowledged answer is lost: seeds 41 to 50") {
    run_seeds(41, 50);
}

TEST_CASE("a seed is the same world each time, and no other one") {
    const auto once = sim::run_world(7);
    CHECK(sim::run_world(7).trace == once.trace);
    CHECK(sim::run_world(8).trace != once.trace);
}
