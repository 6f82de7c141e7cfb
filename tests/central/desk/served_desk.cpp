// SPDX-License-Identifier: Apache-2.0
#include "central/desk/served_desk.hpp"

#include <fmt/format.h>

namespace preau::test {

namespace {

constexpr Duration kYear = minutes(366 * 24 * 60);

}  // namespace

ServedDesk::ServedDesk(DeskEngine engine) : DeskRoom(engine), tries(clock) {}

std::string ServedDesk::token(central::Scope scope, const std::string& holder) {
    auto& token = tokens_[holder + std::string(word(scope))];
    if (token.empty())
        token = central::Access(database(), clock, entropy).give(holder, {scope}, kYear).value();
    return token;
}

std::string ServedDesk::cookie(const std::string& person) {
    auto& cookie = tokens_["cookie of " + person];
    if (!cookie.empty()) return cookie;
    central::Access access(database(), clock, entropy);
    const auto token =
        access.give(person, {central::Scope::jury, central::Scope::operations}, kYear).value();
    return cookie = access.log_in(token).value().value();
}

http::Request ServedDesk::request(http::Method method, const std::string& path) {
    http::Request request;
    request.method = method;
    const auto question = path.find('?');
    request.path = path.substr(0, question);
    if (question != std::string::npos) request.query = path.substr(question + 1);
    request.host = "central.test:8090";
    request.peer = "192.0.2.1";
    return request;
}

http::Response ServedDesk::respond(const http::Request& request) {
    central::Desk desk({.database = database(),
                        .keys = role_keys(),
                        .packs = folder.path() / "packs",
                        .clock = clock,
                        .entropy = entropy,
                        .tries = tries,
                        .score_again = score_again});
    auto response = desk.respond(request);
    http::Response nobodys;
    nobodys.status = 0;
    return response ? std::move(*response) : nobodys;
}

http::Response ServedDesk::ask(http::Method method, const std::string& path,
                               const std::string& body, const std::string& bearer) {
    auto asked = request(method, path);
    asked.body = body;
    asked.content_type = "application/json";
    if (!bearer.empty()) asked.authorization = "Bearer " + bearer;
    return respond(asked);
}

http::Response ServedDesk::get_page(const std::string& path, const std::string& cookie) {
    auto asked = request(http::Method::get, path);
    if (!cookie.empty()) asked.cookie = "a=b; preau-session=" + cookie;
    return respond(asked);
}

http::Response ServedDesk::post_page(const std::string& path, const std::string& cookie,
                                     const std::string& form) {
    auto asked = request(http::Method::post, path);
    if (!cookie.empty()) asked.cookie = "preau-session=" + cookie;
    asked.origin = "http://" + asked.host;
    asked.content_type = "application/x-www-form-urlencoded";
    asked.body = "jeton=" + central::form_token(cookie) + "&" + form;
    return respond(asked);
}

std::string form_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return out;
}

}  // namespace preau::test
