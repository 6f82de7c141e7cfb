// SPDX-License-Identifier: Apache-2.0
#include "api/seats.hpp"

#include "api/json_response.hpp"

#include <algorithm>

namespace preau::api {

namespace {

using json::Object;

/// Yesterday's stations are not today's.
constexpr Duration kLately = minutes(12 * 60);

std::vector<const store::SeatCheck*> lately_checked(const store::Convenience& convenience,
                                                    WallTime now) {
    std::vector<const store::SeatCheck*> checks;
    for (const auto& [device, check] : convenience.seat_checks())
        if (now.ms - check.checked_at.ms < kLately.ms) checks.push_back(&check);
    std::ranges::sort(checks, {},
                      [](const auto* check) { return std::tie(check->seat, check->address); });
    return checks;
}

json::Value view(const store::SeatCheck& check) {
    json::Array problems;
    for (const auto& problem : check.problems) problems.push_back(problem);
    return Object{
        {"seat", check.seat},
        {"address", check.address},
        {"browser", check.browser},
        {"screen", check.screen},
        {"checked_at", to_iso8601(check.checked_at)},
        {"problems", std::move(problems)},
        {"lockdown", Object{{"kind", check.lockdown}, {"version", check.lockdown_version}}}};
}

}  // namespace

http::Response seats(World& world, const Call&) {
    json::Array seats;
    for (const auto* check : lately_checked(world.convenience, world.clock.wall_now()))
        seats.push_back(view(*check));
    return json_response(200, Object{{"seats", std::move(seats)}});
}

json::Value seats_summary(const store::Convenience& convenience, WallTime now) {
    const auto checks = lately_checked(convenience, now);
    const auto ready =
        std::ranges::count_if(checks, [](const auto* check) { return check->problems.empty(); });
    return Object{{"ready", ready}, {"attention", std::ssize(checks) - ready}};
}

}  // namespace preau::api
