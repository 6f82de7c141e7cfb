// SPDX-License-Identifier: Apache-2.0
#include "api/routes.hpp"

#include "api/candidate_sheet.hpp"
#include "api/candidate_state.hpp"
#include "api/check_seat.hpp"
#include "api/choose_display.hpp"
#include "api/deliveries.hpp"
#include "api/end_test.hpp"
#include "api/enrol_late.hpp"
#include "api/enter_invigilation.hpp"
#include "api/enter_office.hpp"
#include "api/finalise.hpp"
#include "api/heartbeat.hpp"
#include "api/invigilation_state.hpp"
#include "api/join.hpp"
#include "api/leave.hpp"
#include "api/note_incident.hpp"
#include "api/pause_acts.hpp"
#include "api/presence_acts.hpp"
#include "api/put_answer.hpp"
#include "api/put_draft.hpp"
#include "api/question_acts.hpp"
#include "api/rule_interruption.hpp"
#include "api/screen.hpp"
#include "api/seat_acts.hpp"
#include "api/seats.hpp"
#include "api/send_message.hpp"
#include "api/settle_report.hpp"
#include "api/start_test.hpp"
#include "api/time_acts.hpp"
#include "api/unlock.hpp"
#include "api/waive_second_copy.hpp"
#include "base/check.hpp"
#include "base/ids.hpp"

#include <array>
#include <charconv>

namespace preau::api {

namespace {

using enum http::Method;
using enum Audience;

// clang-format off
constexpr std::array kRoutes = {
    Route{post, "/api/v1/candidates/join",                                     anyone,            join},
    Route{get,  "/api/v1/candidates/me",                                       waiting_candidate, candidate_state},
    Route{get,  "/api/v1/candidates/me/stream",                                waiting_candidate, candidate_stream},
    Route{post, "/api/v1/candidates/me/start",                                 candidate,         start_test},
    Route{post, "/api/v1/candidates/me/questions/{number}/open",               candidate,         open_question},
    Route{post, "/api/v1/candidates/me/questions/{number}/focus-lost",         candidate,         report_focus_lost},
    Route{put,  "/api/v1/candidates/me/answers/{number}",                      candidate,         put_answer},
    Route{post, "/api/v1/candidates/me/questions/{number}/report",             candidate,         raise_report},
    Route{put,  "/api/v1/candidates/me/display",                               candidate,         choose_display},
    Route{put,  "/api/v1/candidates/me/draft",                                 candidate,         put_draft},
    Route{post, "/api/v1/candidates/me/leave",                                 waiting_candidate, leave},
    Route{post, "/api/v1/candidates/me/heartbeat",                             waiting_candidate, heartbeat},
    Route{post, "/api/v1/seats/check",                                         anyone,            check_seat},
    Route{get,  "/api/v1/box",                                                 anyone,            box_state},
    Route{get,  "/api/v1/screen",                                              anyone,            screen, true},
    Route{post, "/api/v1/invigilation/enter",                                  anyone,            enter_invigilation},
    Route{post, "/api/v1/sessions/{session}/unlock",                           anyone,            unlock},
    Route{get,  "/api/v1/invigilation/session",                                invigilator,       invigilation_state},
    Route{get,  "/api/v1/invigilation/stream",                                 invigilator,       invigilation_stream},
    Route{get,  "/api/v1/invigilation/candidates/{number}",                    invigilator,       candidate_sheet},
    Route{post, "/api/v1/invigilation/candidates",                             invigilator,       enrol_late},
    Route{put,  "/api/v1/invigilation/candidates/{number}/presence",           invigilator,       put_presence},
    Route{post, "/api/v1/invigilation/candidates/{number}/resume",             invigilator,       authorise_resume},
    Route{post, "/api/v1/invigilation/candidates/{number}/release",            invigilator,       release_seat},
    Route{post, "/api/v1/invigilation/candidates/{number}/report",             invigilator,       settle_report},
    Route{post, "/api/v1/invigilation/candidates/{number}/time",               invigilator,       add_time},
    Route{put,  "/api/v1/invigilation/candidates/{number}/pause",              invigilator,       put_pause},
    Route{post, "/api/v1/invigilation/candidates/{number}/interruption",       invigilator,       rule_interruption},
    Route{post, "/api/v1/invigilation/candidates/{number}/lockdown",           invigilator,       waive_lockdown},
    Route{post, "/api/v1/invigilation/candidates/{number}/incidents",          invigilator,       note_incident},
    Route{post, "/api/v1/invigilation/candidates/{number}/end",                invigilator,       end_test},
    Route{post, "/api/v1/invigilation/presences",                              invigilator,       confirm_all_present},
    Route{post, "/api/v1/invigilation/time",                                   invigilator,       add_time_to_all},
    Route{put,  "/api/v1/invigilation/pause",                                  invigilator,       put_room_pause},
    Route{post, "/api/v1/invigilation/messages",                               invigilator,       send_message},
    Route{post, "/api/v1/invigilation/second-copy",                            invigilator,       waive_second_copy},
    Route{get,  "/api/v1/invigilation/seats",                                  invigilator,       seats},
    Route{post, "/api/v1/invigilation/finalise",                               invigilator,       finalise},
    Route{post, "/api/v1/office/enter",                                        anyone,            enter_office},
    Route{get,  "/api/v1/deliveries",                                          office,            deliveries},
    Route{post, "/api/v1/deliveries/try",                                      office,            try_deliveries},
};
// clang-format on

constexpr std::string_view kNumber = "{number}";
constexpr std::string_view kSession = "{session}";

/// Takes a whole number of at most three digits, without leading zero, off the front.
std::optional<std::uint32_t> take_number(std::string_view& path) {
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(path.data(), path.data() + path.size(), number);
    const auto digits = static_cast<std::size_t>(parsed.ptr - path.data());
    if (parsed.ec != std::errc{} || path.front() == '0' || digits > 3) return std::nullopt;
    path.remove_prefix(digits);
    return number;
}

/// Cuts out what stands where the pattern has its hole.
std::optional<std::string_view> hole_in(std::string_view pattern, std::string_view hole,
                                        std::string_view path) {
    const auto at = pattern.find(hole);
    const auto after = pattern.substr(at + hole.size());
    if (path.size() < at + after.size() || !path.starts_with(pattern.substr(0, at)) ||
        !path.ends_with(after))
        return std::nullopt;
    return path.substr(at, path.size() - at - after.size());
}

bool fits(std::string_view pattern, std::string_view path, Match& match) {
    if (pattern.find(kNumber) != pattern.npos) {
        auto text = hole_in(pattern, kNumber, path);
        const auto number = text && !text->empty() ? take_number(*text) : std::nullopt;
        if (!number || !text->empty()) return false;
        match.number = *number;
        return true;
    }
    if (pattern.find(kSession) != pattern.npos) {
        const auto text = hole_in(pattern, kSession, path);
        if (!text || !is_session_number(*text)) return false;
        match.session = *text;
        return true;
    }
    return pattern == path;
}

}  // namespace

std::string_view name(http::Method method) {
    switch (method) {
        case get:
            return "GET";
        case head:
            return "HEAD";
        case post:
            return "POST";
        case put:
            return "PUT";
        case patch:
            return "PATCH";
        case other:
            return "";
    }
    PREAU_UNREACHABLE();
}

std::span<const Route> routes() { return kRoutes; }

Match match(http::Method method, std::string_view path) {
    Match match;
    for (const auto& route : kRoutes) {
        if (!fits(route.path, path, match)) continue;
        if (!match.allowed.empty()) match.allowed += ", ";
        match.allowed += name(route.method);
        if (route.method == method) match.route = &route;
    }
    return match;
}

}  // namespace preau::api
