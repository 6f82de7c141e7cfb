// SPDX-License-Identifier: Apache-2.0

#include "api/screen.hpp"

#include "api/card.hpp"
#include "api/json_response.hpp"
#include "api/problem.hpp"
#include "api/session_password.hpp"
#include "base/check.hpp"
#include "office/qr_code.hpp"

#include <algorithm>

namespace preau::api {

namespace {

using exam::Phase;
using json::Object;

constexpr std::string_view kSession = "session=";

/// The session's number; the problem when the address asks for anything else.
std::variant<std::string, Problem> read(std::string_view query) {
    const auto wrong = [](const char* field, const char* code, const char* message) {
        return problem_of(json::FieldProblem{field, code, message});
    };
    if (query.empty())
        return wrong("session", "missing", "Il manque le numéro de session : ?session=123456.");
    if (!query.starts_with(kSession))
        return wrong("query", "unknown", "Cette adresse ne prend que le numéro de session.");
    const std::string number(query.substr(kSession.size()));
    if (!is_session_number(number))
        return wrong("session", "malformed",
                     "Le numéro de session ne contient que des chiffres, 10 au plus.");
    return number;
}

bool any(const exam::Session& state, Phase phase) {
    return std::ranges::any_of(state.candidates,
                               [&](const auto& entry) { return entry.second.phase == phase; });
}

std::string_view state_of(const exam::Session& state) {
    if (state.finalised) return "finished";
    if (state.paused) return "paused";
    if (any(state, Phase::in_progress)) return "running";
    const bool awaited = any(state, Phase::present) || any(state, Phase::authorised);
    return any(state, Phase::finished) && !awaited ? "finished" : "waiting";
}

/// When the last of those who work now will have no time left; null when nobody's clock runs.
json::Value ends_at(const room::LiveSession& session) {
    std::optional<WallTime> last;
    for (const auto& [number, candidate] : session.state().candidates)
        if (const auto end = session.end_of(candidate)) last = std::max(last.value_or(*end), *end);
    if (last) return to_iso8601(*last);
    return nullptr;
}

json::Value message_view(const exam::Session& state) {
    if (state.messages.empty()) return nullptr;
    const auto& last = state.messages.back();
    return Object{{"number", last.number}, {"text", last.text}, {"at", to_iso8601(last.wall)}};
}

json::Array modules(const std::string& text) {
    const auto rows = office::qr_code(text);
    PREAU_CHECK(rows.has_value());  // the gate bounds the Host field
    json::Array modules;
    for (const auto& row : *rows) modules.push_back(row);
    return modules;
}

json::Value screen_view(const room::LiveSession& session, const std::string& host,
                        WallTime box_time) {
    const auto& state = session.state();
    const auto address = "http://" + host;
    return Object{{"session", Object{{"number", state.sheet.number},
                                     {"site", state.sheet.site},
                                     {"room", state.sheet.room},
                                     {"date", state.sheet.date},
                                     {"time", state.sheet.time}}},
                  {"address", address},
                  {"qr", modules(address + "/#" + state.sheet.number)},
                  {"box_time", to_iso8601(box_time)},
                  {"state", state_of(state)},
                  {"counts", counts(session)},
                  {"ends_at", ends_at(session)},
                  {"message", message_view(state)}};
}

}  // namespace

http::Response screen(World& world, const Call& call) {
    const auto number = read(call.request.query);
    if (const auto* problem = std::get_if<Problem>(&number)) return to_response(*problem);
    if (const auto wait = world.rate_limits.screen(call.request.peer, world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    const auto* session = world.room.find(std::get<std::string>(number));
    if (session == nullptr)
        return to_response(no_session(world.room, std::get<std::string>(number)));
    return json_response(200, screen_view(*session, call.request.host, world.clock.wall_now()));
}

}  // namespace preau::api
