// SPDX-License-Identifier: Apache-2.0
#include "api/check_seat.hpp"

#include "api/json_response.hpp"
#include "api/lockdown_body.hpp"
#include "api/request_body.hpp"
#include "api/station_words.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <array>

namespace preau::api {

namespace {

constexpr std::array<std::string_view, 6> kProblems = {"browser_old",  "no_indexeddb",
                                                       "clock_skew",   "screen_small",
                                                       "latency_high", "lockdown_missing"};
constexpr std::size_t kBrowserBytesMax = 200;
constexpr std::size_t kScreenBytesMax = 32;
constexpr std::int64_t kMsMax = 100LL * 366 * 24 * 3600 * 1000;  // a clock set to 1970

struct Input {
    store::SeatDevice device{};
    store::SeatCheck check;
};

std::vector<std::string> read_problems(json::Fields& fields) {
    std::vector<std::string> problems;
    for (const auto& element : fields.array("problems", kProblems.size())) {
        const auto* code = element.text();
        if (code != nullptr && std::ranges::find(kProblems, *code) != kProblems.end() &&
            std::ranges::find(problems, *code) == problems.end())
            problems.push_back(*code);
        else
            fields.refuse("problems", "malformed", "Un code de problème inconnu ou répété.");
    }
    return problems;
}

Input read(json::Fields& fields) {
    Input input;
    input.device = fields.hex<16>("device");
    auto& check = input.check;
    check.seat = plain_text(fields, "seat", limits::seat_bytes_max);
    check.browser = plain_text(fields, "browser", kBrowserBytesMax);
    check.screen = plain_text(fields, "screen", kScreenBytesMax);
    check.indexeddb = fields.boolean("indexeddb");
    check.clock_skew_ms = fields.integer("clock_skew_ms", -kMsMax, kMsMax);
    check.latency_ms = fields.integer("latency_ms", 0, kMsMax);
    const auto lockdown = read_lockdown(fields);
    check.lockdown = exam::word(lockdown.kind);
    check.lockdown_version = lockdown.version;
    check.problems = read_problems(fields);
    return input;
}

}  // namespace

http::Response check_seat(World& world, const Call& call) {
    auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& [device, check] = std::get<Input>(body);
    const auto& peer = call.request.peer;
    if (const auto wait =
            world.rate_limits.seat_check(peer, to_hex(device), world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    check.address = peer;
    check.checked_at = world.clock.wall_now();
    world.convenience.put_seat_check(device, std::move(check));
    return json_response(200, json::Object{{"address", peer}});
}

http::Response box_state(World& world, const Call& call) {
    if (const auto wait = world.rate_limits.box_time(call.request.peer, world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    return json_response(200, json::Object{{"time", to_iso8601(world.clock.wall_now())},
                                           {"version", world.software}});
}

}  // namespace preau::api
