// SPDX-License-Identifier: Apache-2.0
#include "central/desk/call.hpp"

#include "base/log.hpp"
#include "json/write.hpp"

namespace preau::central {

namespace {

constexpr std::string_view kStorageFailed =
    "La plateforme n’arrive pas à lire ou à écrire ses données. Réessayez plus tard.";

http::Response typed(int status, std::string_view type, std::string body) {
    http::Response response;
    response.status = status;
    response.headers = {{"Content-Type", std::string(type)}};
    response.body = std::move(body);
    return response;
}

}  // namespace

Frame Call::frame(std::string_view title) const {
    Frame out{.title = title, .holder = {}, .cookie = cookie, .script = {}};
    if (!cookie.empty()) out.holder = holder;
    return out;
}

http::Response problem_of(int status, std::string_view code, std::string_view title) {
    auto response =
        typed(status, "application/problem+json",
              json::write(json::Object{{"status", status}, {"code", code}, {"title", title}}));
    if (status == 503) response.headers.emplace_back("Retry-After", "30");
    if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

http::Response json_of(const json::Value& value, int status) {
    return typed(status, "application/json", json::write(value));
}

http::Response storage_problem(const Error& error) {
    log::error("desk.failed", {{"why", error.message}});
    return problem_of(503, "storage_failed", kStorageFailed);
}

http::Response storage_page(Call& call, const Error& error) {
    log::error("desk.failed", {{"why", error.message}});
    return page(call.frame("Un instant"),
                R"(<p class="note bad">)" + std::string(kStorageFailed) + "</p>", 503);
}

}  // namespace preau::central
