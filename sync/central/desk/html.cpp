// SPDX-License-Identifier: Apache-2.0
#include "central/desk/html.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'";
constexpr std::string_view kPolicyWithScript =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

std::string navigation(const Frame& frame) {
    if (!frame.holder) return {};
    std::string links;
    if (frame.holder->scopes.contains(Scope::operations))
        links += R"(<a href="/exploitation">Exploitation</a>)";
    if (frame.holder->scopes.contains(Scope::jury)) links += R"(<a href="/jury">Jury</a>)";
    return fmt::format(
        R"(<nav aria-label="Sections">{}</nav>)"
        R"(<form class="leave" method="post" action="/deconnexion">{}<span>{}</span>)"
        R"(<button>Se déconnecter</button></form>)",
        links, form_token_field(frame.cookie), escaped(frame.holder->name));
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if (byte < 0x20 || byte == 0x7f)
            out += "\u2423";  // an open box
        else
            out += c;
    }
    return out;
}

std::string day_and_hour(WallTime time) {
    const auto iso = to_iso8601(time);
    return fmt::format("{}/{}/{} à {} (UTC)", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4),
                       iso.substr(11, 5));
}

std::string time_element(WallTime time) {
    return fmt::format(R"(<time datetime="{}">{}</time>)", to_iso8601(time), day_and_hour(time));
}

std::string form_token_field(std::string_view cookie) {
    return fmt::format(R"(<input type="hidden" name="jeton" value="{}">)", form_token(cookie));
}

http::Response page(const Frame& frame, std::string_view body, int status) {
    http::Response response;
    response.status = status;
    // The forms need the Origin that no-referrer would take from them.
    response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Content-Security-Policy",
                         std::string(frame.script.empty() ? kPolicy : kPolicyWithScript)},
                        {"Referrer-Policy", "same-origin"}};
    const auto script =
        frame.script.empty()
            ? std::string{}
            : fmt::format(R"(<script type="module" src="{}"></script>)", frame.script);
    response.body = fmt::format(
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{} · Préau</title>\n<link rel=\"stylesheet\" href=\"/bureau.css\">\n{}</head>\n"
        "<body>\n<header><div class=\"bar\"><p class=\"mark\">Préau <span>plateforme centrale"
        "</span></p>{}</div></header>\n<main>\n<h1>{}</h1>\n{}\n</main>\n</body>\n</html>\n",
        escaped(frame.title), script, navigation(frame), escaped(frame.title), body);
    return response;
}

http::Response see_other(std::string_view path) {
    http::Response response;
    response.status = 303;
    response.headers = {{"Location", std::string(path)}};
    return response;
}

}  // namespace preau::central
