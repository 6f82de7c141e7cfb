// SPDX-License-Identifier: Apache-2.0
#include "api/serve.hpp"

#include "api/media.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "api/tokens.hpp"

namespace preau::api {

namespace {

/// A page of another origin can send neither our header nor JSON without asking first.
std::optional<Problem> forged(const http::Request& request) {
    if (request.method == http::Method::get) return std::nullopt;
    if (!request.x_preau)
        return Problem{403, "header_missing", "L’en-tête X-Preau: 1 manque.", "X-Preau", 0};
    if (request.content_type != "application/json")
        return Problem{415, "media_type", "Le corps doit être application/json.", "Content-Type",
                       0};
    const bool own = request.origin.empty() || request.origin.ends_with("://" + request.host);
    if (!own) return Problem{403, "origin", "Cette page vient d’un autre site.", "Origin", 0};
    return std::nullopt;
}

std::optional<Device> find_device(const World& world, Audience audience, const Hash& token) {
    if (audience == Audience::invigilator) return find_invigilator(world, token);
    auto device = find_candidate(world, token);
    if (device && !device->granted && audience == Audience::candidate) return std::nullopt;
    return device;
}

http::Response serve_route(World& world, const Route& route, Call call) {
    if (route.audience == Audience::anyone) return route.endpoint(world, call);
    const auto token = bearer_token(call.request);
    const auto device = token ? find_device(world, route.audience, *token) : std::nullopt;
    if (!device) return to_response(token_unknown());
    call.device = *device;
    if (const auto wait = world.rate_limits.device.refuse(to_hex(*token), world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    if (device->candidate.value != 0 && device->granted) device->session->hear(device->candidate);
    return route.endpoint(world, call);
}

}  // namespace

http::Response serve(World& world, const http::Request& request) {
    if (request.method == http::Method::get)
        if (auto picture = media(world.room, request.path)) return *picture;
    const auto found = match(request.method, request.path);
    if (found.route == nullptr)
        return to_response(found.path_known ? method_not_allowed() : not_found());
    if (const auto problem = forged(request)) return to_response(*problem);
    return serve_route(world, *found.route,
                       {.request = request, .device = {}, .number = found.number});
}

}  // namespace preau::api
