// SPDX-License-Identifier: Apache-2.0
//
// The real store on a disk in memory that fails at every operation in every way. PREAU_CRASH_SCALE
// multiplies the number of seeds; PREAU_CRASH_CASE ("power-cut 3 117 5", as a failure prints it)
// runs that case alone.
#include "crash/laboratory.hpp"

#include "crash/parallel.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

using namespace preau::crash;

namespace {

using Series = void (Laboratory::*)(std::uint64_t seed);

struct Part {
    const char* name;
    Series series;
    std::size_t seeds;
};
constexpr Part kParts[] = {
    {"power cuts", &Laboratory::cut_power, 10},
    {"failed operations", &Laboratory::fail_operations, 5},
    {"failed recoveries", &Laboratory::fail_recoveries, 3},
    {"decay at rest", &Laboratory::let_media_decay, 6},
};

std::string setting(const char* name, const char* otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : value;
}

bool replays_one_case() { return std::getenv("PREAU_CRASH_CASE") != nullptr; }

Tally run_part(const Part& part) {
    return in_parallel(part.seeds * std::stoul(setting("PREAU_CRASH_SCALE", "1")),
                       [&](std::size_t seed) {
                           Laboratory laboratory;
                           laboratory.run_only(setting("PREAU_CRASH_CASE", ""));
                           (laboratory.*part.series)(seed);
                           return laboratory.tally();
                       });
}

}  // namespace

TEST_CASE("whatever the disk does, nothing acknowledged is lost and nothing wrong is believed") {
    usual_history();  // signed once, before the processes part
    other_history();
    Tally total;
    for (const auto& part : kParts) {
        const auto tally = run_part(part);
        fmt::print("crash laboratory, {}: {}\n", part.name, tally.line());
        if (tally.detected + tally.harmless + tally.shortened > 0)
            fmt::print("  damage: {} named, {} harmless, {} logs cut short\n", tally.detected,
                       tally.harmless, tally.shortened);
        total += tally;
    }
    fmt::print("crash laboratory: {}\n", total.line());
    INFO("first failure: " << total.first_failure.data());
    CHECK(total.clean());
    CHECK((replays_one_case() || total.recoveries >= 100'000));
}
