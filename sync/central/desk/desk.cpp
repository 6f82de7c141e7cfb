// SPDX-License-Identifier: Apache-2.0
#include "central/desk/desk.hpp"

#include "base/limits.hpp"
#include "central/desk/answers.hpp"

#include <algorithm>
#include <array>

namespace preau::central {

namespace {

using http::Method;

// clang-format off
constexpr std::array kRoutes = {
    Route{Method::get,  "/v1/root",                        Door::open,  {}, get_root},
    Route{Method::get,  "/v1/timestamp",                   Door::open,  {}, get_timestamp},
    Route{Method::post, "/v1/enrolments",                  Door::open,  {}, post_enrolment},
    Route{Method::post, "/v1/boxes/*/renewal",             Door::token, Scope::sync, post_renewal},
    Route{Method::get,  "/v1/boxes/*/documents",           Door::token, Scope::sync, get_documents},
    Route{Method::get,  "/v1/boxes/*/documents/**",        Door::token, Scope::sync, get_document},

    Route{Method::get,  "/api/organizations/*/certifications", Door::token, Scope::school_results, get_school_report},
    Route{Method::post, "/api/application/parcoursup/certification/search", Door::token, Scope::parcoursup, post_parcoursup_search},
    Route{Method::get,  "/api/accounts/*/certifications",  Door::token, Scope::account, get_account},
    Route{Method::put,  "/api/accounts/*/parcoursup-level", Door::token, Scope::account, put_shared_level},
    Route{Method::post, "/api/certificates/check",         Door::open,  {}, post_check},

    Route{Method::get,  "/v1/operations",                  Door::token, Scope::operations, get_operations},
    Route{Method::post, "/v1/operations/quarantine/*/release", Door::token, Scope::operations, post_release},
    Route{Method::get,  "/v1/jury/sessions/*",             Door::token, Scope::jury, get_jury_session},
    Route{Method::post, "/v1/jury/sessions/*/decisions",   Door::token, Scope::jury, post_decision},

    Route{Method::get,  "/bureau.css",                     Door::open,  {}, get_style},
    Route{Method::get,  "/depot",                          Door::open,  {}, get_drop_page},
    Route{Method::get,  "/depot.js",                       Door::open,  {}, get_drop_script},
    Route{Method::get,  "/verification",                   Door::open,  {}, get_check_page},
    Route{Method::post, "/verification",                   Door::open,  {}, post_check_page},
    Route{Method::get,  "/connexion",                      Door::open,  {}, get_login_page},
    Route{Method::post, "/connexion",                      Door::open,  {}, post_login},
    Route{Method::post, "/deconnexion",                    Door::page,  {}, post_logout},
    Route{Method::get,  "/exploitation",                   Door::page,  Scope::operations, get_operations_page},
    Route{Method::post, "/exploitation/quarantaine",       Door::page,  Scope::operations, post_release_page},
    Route{Method::get,  "/jury",                           Door::page,  Scope::jury, get_jury_page},
    Route{Method::get,  "/jury/*",                         Door::page,  Scope::jury, get_session_page},
    Route{Method::get,  "/jury/*/*",                       Door::page,  Scope::jury, get_candidate_page},
    Route{Method::post, "/jury/*/decisions",               Door::page,  Scope::jury, post_decision_page},
};
// clang-format on

constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kForm = "application/x-www-form-urlencoded";

std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

/// The segments that the pattern's wildcards stand for; nothing when the path is another's.
std::optional<std::vector<std::string_view>> match(std::string_view pattern,
                                                   std::string_view path) {
    std::vector<std::string_view> wildcards;
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = take_segment(pattern);
        if (wanted == "**") {
            wildcards.push_back(path.substr(1));
            return wildcards.back().empty() ? std::nullopt : std::optional(std::move(wildcards));
        }
        const auto found = take_segment(path);
        if (wanted == "*" && !found.empty())
            wildcards.push_back(found);
        else if (wanted != found)
            return std::nullopt;
    }
    return pattern.empty() && path.empty() ? std::optional(std::move(wildcards)) : std::nullopt;
}

bool same_method(Method route, Method request) {
    return route == request || (route == Method::get && request == Method::head);
}

/// The page that sent the form is one of ours.
bool is_own_origin(const http::Request& request) {
    const std::string_view origin = request.origin;
    const auto scheme = origin.find("://");
    return scheme != std::string_view::npos && !request.host.empty() &&
           origin.substr(scheme + 3) == request.host;
}

}  // namespace

std::span<const Route> desk_routes() { return kRoutes; }

std::size_t desk_body_bytes_max(http::Method method, std::string_view path) {
    const bool carries = method == Method::post || method == Method::put;
    for (const auto& route : kRoutes)
        if (carries && route.method == method && match(route.pattern, path))
            return limits::http_body_bytes_max;
    return 0;
}

std::optional<http::Response> Desk::respond(const http::Request& request) {
    bool is_known = false;
    for (const auto& route : kRoutes) {
        auto wildcards = match(route.pattern, request.path);
        if (!wildcards) continue;
        is_known = true;
        if (!same_method(route.method, request.method)) continue;
        Call call{.request = request, .desk = parts_, .wildcards = std::move(*wildcards)};
        return answer(route, call);
    }
    if (!is_known) return std::nullopt;
    return problem_of(405, "method_not_allowed", "Cette adresse ne s’emploie pas ainsi.");
}

http::Response Desk::answer(const Route& route, Call& call) {
    if (route.door == Door::token) return for_token(route, call);
    call.cookie = cookie_value(call.request.cookie, kLoginCookie);
    if (route.door == Door::page) return for_page(route, call);
    const bool is_form = call.request.content_type == kForm;
    if (route.method == Method::post && is_form) {
        // Nobody is logged in yet, so there is no form token: another site may not post here.
        if (!is_own_origin(call.request))
            return problem_of(403, "origin_refused", "Ce formulaire vient d’un autre site.");
        auto form = read_form(call.request.body);
        if (!form) return problem_of(400, "form_malformed", "Ce formulaire n’est pas lisible.");
        call.form = std::move(*form);
    }
    call.cookie = {};
    return route.answer(call);
}

http::Response Desk::for_token(const Route& route, Call& call) {
    const std::string_view header = call.request.authorization;
    if (!header.starts_with(kBearer))
        return problem_of(401, "token_missing", "Un jeton d’accès est attendu.");
    auto holder = call.access().find(header.substr(kBearer.size()));
    if (!holder) return storage_problem(holder.error());
    if (!*holder)
        return problem_of(401, "token_refused", "Ce jeton d’accès n’est pas valable, ou plus.");
    if (!(*holder)->scopes.contains(*route.scope))
        return problem_of(403, "scope_missing", "Ce jeton d’accès ne permet pas cela.");
    call.holder = std::move(**holder);
    return route.answer(call);
}

std::optional<http::Response> Desk::wrong_form(Call& call) const {
    if (!is_own_origin(call.request) || call.request.content_type != kForm)
        return problem_of(403, "origin_refused", "Ce formulaire vient d’un autre site.");
    auto form = read_form(call.request.body);
    if (!form) return problem_of(400, "form_malformed", "Ce formulaire n’est pas lisible.");
    if (field(*form, "jeton") != form_token(call.cookie))
        return problem_of(403, "form_refused",
                          "Ce formulaire est trop ancien. Revenez à la page et recommencez.");
    call.form = std::move(*form);
    return std::nullopt;
}

http::Response Desk::for_page(const Route& route, Call& call) {
    auto holder = call.access().find(call.cookie);
    if (!holder) return storage_problem(holder.error());
    if (call.cookie.empty() || !*holder) return see_other("/connexion");
    call.holder = std::move(**holder);
    if (route.scope && !call.holder.scopes.contains(*route.scope))
        return page(call.frame("Cette page n’est pas la vôtre"),
                    R"(<p class="lead">Votre jeton ne permet pas de l’ouvrir.</p>)", 403);
    if (route.method == Method::post)
        if (auto wrong = wrong_form(call)) return std::move(*wrong);
    return route.answer(call);
}

}  // namespace preau::central
