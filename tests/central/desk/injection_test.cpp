// SPDX-License-Identifier: Apache-2.0
// S7, B9: nothing that came from outside is markup, script, SQL or another field, on any page and
// in any answer.
#include "central/desk/served_desk.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

#include <array>

using namespace preau;
using central::Act;
using central::Scope;
using http::Method;
using test::form_encoded;
using test::ServedDesk;

namespace {

// clang-format off
constexpr std::array kHostile = {
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
    "</title><script>1</script>", "</textarea><script>1</script>", "javascript:alert(1)",
    "' OR '1'='1", "'; DROP TABLE jury_decision; --", "\\'; DELETE FROM pupil; --", "$1 $2 %s %n",
    "{{7*7}} ${7*7} #{7*7}", "&lt;script&gt;", "&#60;script&#62;", "<!--", "]]>", "=1+1", "+1", "-1",
    "@SUM(1)", "\",\"status\":\"validated", "a\r\nSet-Cookie: x=y", "line\nline", "\u202eevil",
    "e\u0301", "\U0001F600", "{}", "[]", "null", "../../etc/passwd", "%3Cscript%3E",
};
// clang-format on

/// Tags that a page of ours has; a tag beyond them came from outside.
bool has_foreign_markup(const std::string& page) {
    for (const auto* sign : {"<script>", "<img", "<svg", "onerror=alert(1)>", "<!--"})
        if (page.find(sign) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("S7 B9 hostile names, reasons and comments are text on every page and in every answer") {
    ServedDesk desk;
    std::uint8_t id = 0;
    for (const std::string hostile : kHostile) {
        INFO(hostile);
        auto evil = test::candidacy(1, hostile, "ACC-1");
        evil.identity.last_name = hostile;
        evil.group = hostile;
        evil.verification_code = "P-2346BCDF";
        ++id;
        REQUIRE(desk.database().run("DELETE FROM candidacy"));
        const auto session = desk.session(id, id * 40, "0331234A", {evil});
        const auto base = "/jury/" + session.hex();
        const auto cookie = desk.cookie(hostile);
        const auto form =
            "act=comment&candidate=1&audience=candidate&why=" + form_encoded(hostile) +
            "&comment=" + form_encoded(hostile);
        const auto look = [&](const http::Response& page, int status = 200) {
            CHECK(page.status == status);
            CHECK_FALSE(has_foreign_markup(page.body));
            for (const auto& [name, value] : page.headers)
                CHECK(value.find_first_of("\r\n") == std::string::npos);
        };
        look(desk.post_page(base + "/decisions", cookie, form));
        look(desk.post_page(base + "/decisions", cookie, form + "&confirme=oui"));
        desk.publish(session);
        look(desk.get_page("/jury", cookie));
        look(desk.get_page("/jury?numero=" + form_encoded(hostile), cookie));
        look(desk.get_page(base, cookie));
        look(desk.get_page(base + "/1", cookie));
        look(desk.get_page("/exploitation", cookie));
        look(desk.post_page("/verification", "", "code=P-2346BCDF"));
        look(desk.post_page("/verification", "", "code=" + form_encoded(hostile)));
        look(desk.post_page("/connexion", "", "acces=" + form_encoded(hostile)), 403);
        for (const auto& answer :
             {desk.ask(Method::get, "/api/accounts/ACC-1/certifications", "",
                       desk.token(Scope::account)),
              desk.ask(Method::get, "/api/organizations/0331234A/certifications", "",
                       desk.token(Scope::school_results)),
              desk.ask(Method::get, "/v1/jury/sessions/" + session.hex(), "",
                       desk.token(Scope::jury)),
              desk.ask(Method::post, "/api/application/parcoursup/certification/search",
                       json::write(json::Object{{"ine", hostile}}), desk.token(Scope::parcoursup)),
              desk.ask(Method::post, "/api/certificates/check",
                       R"({"verificationCode":"P-2346BCDF"})")}) {
            CHECK((answer.status == 200 || answer.status == 404));
            CHECK(json::read(answer.body));
        }
        desk.clock.pass(minutes(10));  // for the login's bound
        CHECK((*desk.jury.open(session))->decisions().size() == 2);
    }
}

TEST_CASE("pages forbid what they do not use, and keep the origin that their forms need") {
    ServedDesk desk;
    for (const auto* path : {"/connexion", "/verification", "/depot"}) {
        const auto page = desk.get_page(path, "");
        std::string policy, referrer;
        for (const auto& [name, value] : page.headers) {
            if (name == "Content-Security-Policy") policy = value;
            if (name == "Referrer-Policy") referrer = value;
        }
        CHECK(policy.starts_with("default-src 'none'"));
        CHECK(policy.find("unsafe") == std::string::npos);
        CHECK((policy.find("script-src") != std::string::npos) ==
              (std::string_view(path) == "/depot"));
        CHECK(referrer == "same-origin");
    }
}

TEST_CASE("forms are read strictly") {
    CHECK(central::read_form("")->empty());
    CHECK(central::field(*central::read_form("a=+b%20c+&d="), "a") == "b c");
    CHECK(central::field(*central::read_form("a=%C3%A9"), "a") == "é");
    for (const auto* wrong : {"a=%", "a=%4", "a=%zz", "a=%C3", "a=%00", "a=1&a=2", "%=1"})
        CHECK_FALSE(central::read_form(wrong));
    std::string many;
    for (int i = 0; i < 33; ++i) many += std::to_string(i) + "=1&";
    CHECK_FALSE(central::read_form(many));
    CHECK(central::cookie_value("a=1; preau-session=xyz; b", "preau-session") == "xyz");
    CHECK(central::cookie_value("xpreau-session=1", "preau-session").empty());
    CHECK(central::cookie_value(";;; ", "preau-session").empty());
    CHECK(central::cookie_value("", "a").empty());
}
