// SPDX-License-Identifier: Apache-2.0
#include "sim/room_acts.hpp"

#include "sim/api_reply.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::sim {

namespace {

using http::Method;

bool is_flagged(const json::Value& card, std::string_view flag) {
    return std::ranges::any_of(array_of(card, "flags"),
                               [&](const json::Value& one) { return one == flag; });
}

RoomAct make(Method method, std::string path, json::Value body, Chance& chance) {
    return {method, std::move(path), std::move(body), chance.command(), false};
}

/// Writes the key, so that a doubled act shows in the journal.
RoomAct written(std::string path, json::Object body, const char* name, Chance& chance) {
    RoomAct act{Method::post, std::move(path), {}, chance.command(), true};
    body.emplace_back(name, act.key.hex());
    act.body = std::move(body);
    return act;
}

RoomAct settle(const std::string& path, const json::Value& report, Chance& chance) {
    const bool accepts = chance.one_in(2);
    auto categories = array_of(report, "categories");
    const auto category = accepts ? *chance.one_of(categories).text() : std::string();
    auto act = make(Method::post, path + "/report",
                    json::Object{{"accept", accepts}, {"category", category}}, chance);
    act.leaves_record = true;
    return act;
}

/// Somebody whom the roster does not name, and who never comes.
RoomAct newcomer(Chance& chance) {
    return written("/candidates",
                   {{"first_name", "Awa"},
                    {"birthdate", "2009-03-07"},
                    {"group", "TG2"},
                    {"account", ""},
                    {"extra_time_percent", 0},
                    {"accessibility_adjustment", false},
                    {"change", "moved"},
                    {"why", "vient de la salle B"}},
                   "last_name", chance);
}

}  // namespace

std::optional<RoomAct> act_for(const json::Value& card, bool calm, Chance& chance) {
    const auto path = fmt::format("/candidates/{}", integer_of(card, "number"));
    const auto& report = member(card, "report");
    if (!report.is_null() && chance.percent(40)) return settle(path, report, chance);
    const auto& interruption = member(card, "interruption");
    if (!interruption.is_null() && chance.percent(10))
        return make(Method::post, path + "/interruption",
                    json::Object{{"interruption", integer_of(interruption, "number")},
                                 {"granted", !chance.one_in(3)}},
                    chance);
    const bool in_progress = text_of(card, "phase") == "in_progress";
    if (in_progress && is_flagged(card, "paused") && chance.percent(40))
        return make(Method::put, path + "/pause", json::Object{{"paused", false}}, chance);
    if (!in_progress || calm || !chance.percent(2)) return std::nullopt;
    switch (chance.between(1, 4)) {
        case 1:
            return make(Method::put, path + "/pause", json::Object{{"paused", true}}, chance);
        case 2:
            return written(path + "/time", {{"minutes", chance.between(1, 2)}}, "reason", chance);
        case 3:
            return written(path + "/incidents", {{"category", "C7"}}, "description", chance);
        default:
            return make(Method::post, path + "/release", json::Object{}, chance);
    }
}

std::optional<RoomAct> act_for_all(const json::Value& view, bool calm, Chance& chance) {
    if (is_set(view, "paused")) {
        if (!calm && !chance.percent(40)) return std::nullopt;
        return make(Method::put, "/pause", json::Object{{"paused", false}}, chance);
    }
    if (calm || !chance.percent(4)) return std::nullopt;
    switch (chance.between(1, 4)) {
        case 1:
            return make(Method::put, "/pause", json::Object{{"paused", true}}, chance);
        case 2: {
            auto act = written("/time", {{"minutes", 1}}, "reason", chance);
            act.leaves_record = false;  // nobody may be at work
            return act;
        }
        case 3:
            return newcomer(chance);
        default:
            return written("/messages", {}, "text", chance);
    }
}

}  // namespace preau::sim
