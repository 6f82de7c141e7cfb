// SPDX-License-Identifier: Apache-2.0
// docs/api/desk.openapi.json is what programs are told: it has every address of the desk that is
// for them, and answers have the members that it lists.
#include "base/file.hpp"
#include "central/desk/served_desk.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

using namespace preau;
using central::Door;
using central::Scope;
using http::Method;

namespace {

json::Value contract() {
    const auto bytes = read_file("docs/api/desk.openapi.json", 1024 * 1024);
    REQUIRE(bytes);
    auto value = json::read(as_text(*bytes));
    if (!value) FAIL(value.error().message);
    return std::move(*value);
}

/// "/v1/boxes/*/documents/**" for "/v1/boxes/{box}/documents/{name}".
std::string pattern_of(const std::string& path) {
    std::string pattern;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '{') {
            pattern += path[i];
            continue;
        }
        const auto end = path.find('}', i);
        pattern += path.substr(i, end - i + 1) == "{name}" ? "**" : "*";
        i = end;
    }
    return pattern;
}

std::string_view name_of(Method method) {
    return method == Method::get ? "get" : method == Method::put ? "put" : "post";
}

bool is_for_programs(const central::Route& route) {
    return route.pattern.starts_with("/v1/") || route.pattern.starts_with("/api/");
}

std::set<std::string> members(const json::Value& object) {
    std::set<std::string> names;
    for (const auto& member : *object.object()) names.insert(member.name);
    return names;
}

const json::Value& at(const json::Value& value, std::initializer_list<std::string_view> names) {
    const json::Value* found = &value;
    for (const auto name : names) {
        found = found->find(name);
        if (found == nullptr) FAIL("the contract has no " << name);
    }
    return *found;
}

}  // namespace

TEST_CASE("the contract has every address for programs, with its scope, and no other") {
    const auto document = contract();
    std::map<std::string, const json::Value*> stated;
    for (const auto& [path, item] : *document.find("paths")->object())
        for (const auto& [method, operation] : *item.object())
            stated[method + " " + pattern_of(path)] = &operation;
    std::size_t count = 0;
    for (const auto& route : central::desk_routes()) {
        if (!is_for_programs(route)) continue;
        ++count;
        const auto key = std::string(name_of(route.method)) + " " + std::string(route.pattern);
        INFO(key);
        REQUIRE(stated.contains(key));
        const auto* security = stated[key]->find("security");
        if (route.door == Door::open)
            CHECK(security == nullptr);
        else
            CHECK(json::write(*security).find("\"" + std::string(word(*route.scope)) + "\"") !=
                  std::string::npos);
    }
    CHECK(count == stated.size());
}

TEST_CASE("answers about results have exactly the members that the contract lists") {
    test::ServedDesk desk;
    desk.publish(desk.session(1, 0, "0331234A", {test::candidacy(1, "Ada", "ACC-1")}));
    const auto document = contract();
    const auto& schemas = at(document, {"components", "schemas"});
    const auto body = [&](const http::Response& response) {
        auto value = json::read(response.body);
        if (!value) FAIL(response.body);
        return std::move(*value);
    };
    const auto report = body(desk.ask(Method::get, "/api/organizations/0331234A/certifications", "",
                                      desk.token(Scope::school_results)));
    CHECK(members(report.find("certifications")->array()->front()) ==
          members(at(schemas,
                     {"SchoolReport", "properties", "certifications", "items", "properties"})));
    const auto found =
        body(desk.ask(Method::post, "/api/application/parcoursup/certification/search",
                      R"({"verificationCode":"P-2346BCDG"})", desk.token(Scope::parcoursup)));
    CHECK(members(found) == members(at(schemas, {"ParcoursupAnswer", "properties"})));
    const auto mine = body(desk.ask(Method::get, "/api/accounts/ACC-1/certifications", "",
                                    desk.token(Scope::account)));
    CHECK(members(mine.find("certifications")->array()->front()) ==
          members(at(schemas,
                     {"AccountAnswer", "properties", "certifications", "items", "properties"})));
    const auto check = body(
        desk.ask(Method::post, "/api/certificates/check", R"({"verificationCode":"P-2346BCDG"})"));
    CHECK(members(check) == members(at(schemas, {"Certificate", "properties"})));
    const auto overview =
        body(desk.ask(Method::get, "/v1/operations", "", desk.token(Scope::operations)));
    CHECK(members(overview) == members(at(schemas, {"Overview", "properties"})));
}
