// SPDX-License-Identifier: Apache-2.0
// Who may come to which address of the desk.
#include "central/desk/served_desk.hpp"

using namespace preau;
using central::Door;
using central::Scope;
using http::Method;
using test::ServedDesk;

namespace {

/// An address of the route, its wildcards filled in.
std::string path_of(const central::Route& route) {
    std::string path(route.pattern);
    for (auto at = path.find('*'); at != std::string::npos; at = path.find('*'))
        path.replace(at, path.substr(at).starts_with("**") ? 2 : 1, "holder");
    return path;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every address that asks for a scope is closed without it, to every other scope") {
    ServedDesk desk;
    int closed = 0;
    for (const auto& route : central::desk_routes()) {
        if (route.door != Door::token) continue;
        const auto path = path_of(route);
        INFO(path);
        REQUIRE(route.scope);
        CHECK(desk.ask(route.method, path, "{}").status == 401);
        CHECK(desk.ask(route.method, path, "{}", std::string(32, 'a')).status == 401);
        for (const auto scope : central::all_scopes()) {
            const auto answer = desk.ask(route.method, path, "{}", desk.token(scope));
            const bool is_refused = contains(answer.body, "scope_missing");
            CHECK(is_refused == (scope != *route.scope));
            closed += is_refused ? 1 : 0;
        }
        // A login's cookie is no token, nor a token in the query.
        auto asked = ServedDesk::request(route.method, path + "?token=" + desk.token(*route.scope));
        asked.cookie = "preau-session=" + desk.cookie();
        CHECK(desk.respond(asked).status == 401);
    }
    CHECK(closed == 5 * 11);
}

TEST_CASE("every page for the staff sends who is not logged in to the login, and does nothing") {
    ServedDesk desk;
    for (const auto& route : central::desk_routes()) {
        if (route.door != Door::page) continue;
        const auto path = path_of(route);
        INFO(path);
        auto asked = ServedDesk::request(route.method, path);
        CHECK(desk.respond(asked).status == 303);
        asked.cookie = "preau-session=" + std::string(32, 'a');
        CHECK(desk.respond(asked).status == 303);
        // A token is for programs: as a cookie it opens the pages no more than a login opens the
        // interface, but it is the same person's.
        asked.cookie.clear();
        asked.authorization = "Bearer " + desk.token(Scope::jury);
        CHECK(desk.respond(asked).status == 303);
    }
}

TEST_CASE("a page of the other scope is refused to who is logged in without it") {
    ServedDesk desk;
    central::Access access(desk.database(), desk.clock, desk.entropy);
    for (const auto scope : {Scope::jury, Scope::operations}) {
        const auto token = access.give("x", {scope}, minutes(60)).value();
        const auto cookie = access.log_in(token).value().value();
        for (const auto& route : central::desk_routes()) {
            if (route.door != Door::page || !route.scope || *route.scope == scope) continue;
            INFO(route.pattern);
            auto asked = ServedDesk::request(route.method, path_of(route));
            asked.cookie = "preau-session=" + cookie;
            CHECK(desk.respond(asked).status == 403);
        }
    }
}

TEST_CASE("a form that another site sends, or that is old, does nothing") {
    ServedDesk desk;
    const auto session = desk.session(1, 0, "0331234A", {test::candidacy(1, "Ada")});
    const auto path = "/jury/" + session.hex() + "/decisions";
    const auto cookie = desk.cookie();
    auto asked = ServedDesk::request(Method::post, path);
    asked.cookie = "preau-session=" + cookie;
    asked.origin = "http://central.test:8090";
    asked.content_type = "application/x-www-form-urlencoded";
    asked.body =
        "jeton=" + central::form_token(cookie) + "&act=cancel&candidate=1&why=x&confirme=oui";
    SECTION("another origin") { asked.origin = "http://evil.test"; }
    SECTION("an origin that begins alike") { asked.origin += ".evil.test"; }
    SECTION("no origin") { asked.origin.clear(); }
    SECTION("an origin that is hidden") { asked.origin = "null"; }
    SECTION("no form token") { asked.body = "act=cancel&candidate=1&why=x&confirme=oui"; }
    SECTION("somebody else's form token") {
        asked.body = "jeton=" + central::form_token(desk.cookie("M. Bon")) +
                     "&act=cancel&candidate=1&why=x&confirme=oui";
    }
    SECTION("another kind of body") { asked.content_type = "text/plain"; }
    CHECK(desk.respond(asked).status == 403);
    CHECK((*desk.jury.open(session))->decisions().empty());
    CHECK(desk.post_page(path, cookie, "act=cancel&candidate=1&why=x&confirme=oui").status == 200);
    CHECK((*desk.jury.open(session))->decisions().size() == 1);
}

TEST_CASE("an address is asked as it is meant to be, and unknown ones are not the desk's") {
    ServedDesk desk;
    CHECK(desk.ask(Method::put, "/v1/root").status == 405);
    CHECK(desk.ask(Method::get, "/v1/enrolments").status == 405);
    for (const auto* path : {"/", "/v1", "/v1/bundles", "/v1/roots", "/v1/root/", "/jury/a/b/c",
                             "/v1/boxes//documents", "/v1/boxes/B/documents/", "//"})
        CHECK(desk.ask(Method::get, path).status == 0);
    CHECK(desk.ask(Method::head, "/connexion").status == 200);
}

TEST_CASE("logging in takes a token of the staff, and the cookie is out of the scripts' reach") {
    ServedDesk desk;
    const auto login = [&](const std::string& token) {
        return desk.post_page("/connexion", "", "acces=" + token);
    };
    CHECK(login(std::string(32, 'a')).status == 403);
    CHECK(login(desk.token(Scope::sync)).status == 403);
    const auto done = login(desk.token(Scope::jury, "Mme Arnaud"));
    CHECK(done.status == 303);
    std::string cookie;
    for (const auto& [name, value] : done.headers)
        if (name == "Set-Cookie") cookie = value;
    CHECK(contains(cookie, "; HttpOnly; SameSite=Strict"));
    CHECK_FALSE(contains(cookie, desk.token(Scope::jury, "Mme Arnaud")));
    const auto value = cookie.substr(14, 32);
    CHECK(desk.get_page("/jury", value).status == 200);
    CHECK(desk.post_page("/deconnexion", value, "").status == 303);
    CHECK(desk.get_page("/jury", value).status == 303);
}

TEST_CASE("guessing is slowed down, each address for itself") {
    ServedDesk desk;
    auto asked = ServedDesk::request(Method::post, "/v1/enrolments");
    asked.body = R"({"request":"{}","code":"x"})";
    for (int i = 0; i < 10; ++i) CHECK(desk.respond(asked).status == 422);
    CHECK(desk.respond(asked).status == 429);
    asked.peer = "192.0.2.2";
    CHECK(desk.respond(asked).status == 422);
    asked.peer = "192.0.2.1";
    desk.clock.pass(minutes(5));
    CHECK(desk.respond(asked).status == 422);
    for (int i = 0; i < 30; ++i)
        CHECK(desk.ask(Method::post, "/api/certificates/check",
                       R"({"verificationCode":"P-22222222"})")
                  .status == 404);
    CHECK(desk.ask(Method::post, "/api/certificates/check", R"({"verificationCode":"P-22222222"})")
              .status == 429);
    for (int i = 0; i < 10; ++i) CHECK(desk.post_page("/connexion", "", "acces=x").status == 403);
    CHECK(desk.post_page("/connexion", "", "acces=x").status == 429);
}
