// SPDX-License-Identifier: Apache-2.0
#include "api/serve.hpp"

#include "api/attachments.hpp"
#include "api/media.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "api/tokens.hpp"

namespace preau::api {

namespace {

bool is_json(std::string_view content_type) {
    const auto type = content_type.substr(0, content_type.find(';'));
    return type == "application/json";
}

bool is_own(const http::Request& request) {
    const auto& origin = request.origin;
    return origin.empty() || origin == "http://" + request.host ||
           origin == "https://" + request.host;
}

/// A page of another origin can send neither our header nor JSON without asking first.
std::optional<Problem> forged(const http::Request& request) {
    if (request.method == http::Method::get) return std::nullopt;
    if (!request.x_preau) return problem_of(Fault::header_missing);
    if (!is_json(request.content_type)) return problem_of(Fault::media_type);
    if (!is_own(request)) return problem_of(Fault::foreign_origin);
    return std::nullopt;
}

std::optional<Problem> unfit(const http::Request& request, const Match& found) {
    if (found.allowed.empty()) return problem_of(Fault::not_found);
    if (found.route == nullptr) {
        auto problem = problem_of(Fault::method_not_allowed);
        problem.allow = found.allowed;
        return problem;
    }
    if (!request.query.empty() && !found.route->takes_query)
        return problem_of(
            json::FieldProblem{"query", "unknown", "Cette adresse ne prend pas de paramètre."});
    return forged(request);
}

std::optional<http::Response> file_of_pack(const room::Room& room, std::string_view path) {
    auto file = media(room, path);
    return file ? file : attachment(room, path);
}

std::optional<Device> find_device(const World& world, Audience audience, const Hash& token) {
    return audience == Audience::invigilator ? find_invigilator(world, token)
                                             : find_candidate(world, token);
}

Problem unknown_to(Audience audience) {
    return audience == Audience::invigilator ? invigilator_token_unknown()
                                             : candidate_token_unknown();
}

/// The office acts for no session: its token is all that it has.
http::Response serve_office(World& world, const Route& route, const Call& call) {
    const auto token = bearer_token(call.request);
    if (!token || !world.office_door.knows(*token)) return to_response(office_token_unknown());
    if (const auto wait = world.rate_limits.request(to_hex(*token), world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    return route.endpoint(world, call);
}

http::Response serve_route(World& world, const Route& route, Call call) {
    if (route.audience == Audience::anyone) return route.endpoint(world, call);
    if (route.audience == Audience::office) return serve_office(world, route, call);
    const auto token = bearer_token(call.request);
    const auto device = token ? find_device(world, route.audience, *token) : std::nullopt;
    // Whose session is on a second copy only is known when somebody has taken it over.
    const bool may_wait =
        token && (world.room.is_locked_token(*token) || world.room.may_take_over());
    if (!device && may_wait) return to_response(problem_of(Fault::session_locked));
    if (!device) return to_response(unknown_to(route.audience));
    call.device = *device;
    if (const auto wait = world.rate_limits.request(to_hex(*token), world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    if (!device->granted && route.audience == Audience::candidate)
        return to_response(problem_of(Fault::device_waiting));
    if (device->candidate.value != 0 && device->granted) device->session->hear(device->candidate);
    return route.endpoint(world, call);
}

}  // namespace

http::Response serve(World& world, const http::Request& request) {
    if (request.method == http::Method::get)
        if (auto file = file_of_pack(world.room, request.path)) return *file;
    const auto found = match(request.method, request.path);
    if (const auto problem = unfit(request, found)) return to_response(*problem);
    return serve_route(
        world, *found.route,
        {.request = request, .device = {}, .number = found.number, .session = found.session});
}

}  // namespace preau::api
