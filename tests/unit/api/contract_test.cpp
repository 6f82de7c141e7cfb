// SPDX-License-Identifier: Apache-2.0
#include "unit/api/contract.hpp"

#include "api/problem.hpp"
#include "api/routes.hpp"
#include "http/problem.hpp"
#include "json/read.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace preau;
using test::Contract;

namespace {

/// Method and path of everything but the files of packs, which are no route.
std::set<std::string> documented() {
    std::set<std::string> found;
    for (const auto& operation : Contract::of_the_box().operations())
        if (operation.path.starts_with("/api/"))
            found.insert(operation.method + " " + operation.path);
    return found;
}

std::set<std::string> served() {
    std::set<std::string> found;
    for (const auto& route : api::routes())
        found.insert(std::string(api::name(route.method)) + " " + std::string(route.path));
    return found;
}

/// The last refusal; a new one after it is found by the compiler's switch warnings in api.
constexpr auto kLastRefusal = exam::Refusal::lack_of_questions;

std::set<std::string> used_codes() {
    std::set<std::string> codes = {"missing",      "unknown",  "wrong_type",
                                   "out_of_range", "too_long", "malformed"};
    for (int i = 0; i <= static_cast<int>(kLastRefusal); ++i)
        codes.insert(std::string(exam::code(static_cast<exam::Refusal>(i))));
    for (const auto fault : api::all_faults()) codes.insert(api::problem_of(fault).code);
    for (const int status : {400, 405, 408, 413, 414, 417, 421, 431, 500, 501, 503, 505}) {
        const auto body = json::read(http::problem(status).body);
        codes.insert(*test::at(*body, "code").text());
    }
    return codes;
}

/// Every object of the document, visited.
template <class Visit>
void each_object(const json::Value& value, Visit visit) {
    if (const auto* array = value.array())
        for (const auto& element : *array) each_object(element, visit);
    if (const auto* object = value.object()) {
        visit(value);
        for (const auto& member : *object) each_object(member.value, visit);
    }
}

bool is_secret(const std::string& name) {
    for (const auto* word : {"solution", "discriminant", "difficulty", "capacity", "error_rate",
                             "seed", "lease", "score", "hash", "treatment", "correct"})
        if (name.find(word) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("api: the document lists the routes of the code and no other") {
    CHECK(documented() == served());
}

TEST_CASE("api: the document says who may use each route") {
    const std::map<api::Audience, std::string> schemes = {
        {api::Audience::anyone, ""},
        {api::Audience::candidate, "candidateToken"},
        {api::Audience::waiting_candidate, "candidateToken"},
        {api::Audience::invigilator, "invigilatorToken"},
        {api::Audience::office, "officeToken"}};
    for (const auto& operation : Contract::of_the_box().operations()) {
        const auto route = std::ranges::find_if(api::routes(), [&](const api::Route& candidate) {
            return candidate.path == operation.path &&
                   api::name(candidate.method) == operation.method;
        });
        INFO(operation.path);
        const bool is_route = route != api::routes().end();
        CHECK(operation.scheme() == (is_route ? schemes.at(route->audience) : ""));
    }
}

TEST_CASE("api: every code of a problem is in the document, with its meaning, and no other") {
    const auto listed = Contract::of_the_box().codes();
    CHECK(std::set<std::string>(listed.begin(), listed.end()) == used_codes());
    const auto& document = Contract::of_the_box().document();
    const auto& problem =
        test::at(test::at(test::at(document, "components"), "schemas"), "Problem");
    const auto& meanings = test::at(problem, "x-code-meanings");
    CHECK(meanings.object()->size() == listed.size());
    for (const auto& code : listed) CHECK_FALSE(test::at(meanings, code).text()->empty());
}

TEST_CASE("api: every field that the document describes has a type, a range or a length") {
    each_object(Contract::of_the_box().document(), [](const json::Value& value) {
        const auto* properties = value.find("properties");
        if (properties == nullptr) return;
        CHECK(test::at(value, "additionalProperties") == json::Value(false));
        for (const auto& [name, schema] : *properties->object()) {
            if (is_secret(name)) FAIL("a secret is documented: " << name);
            each_object(schema, [&, field = name](const json::Value& part) {
                const auto* type = part.find("type");
                if (type == nullptr || type->text() == nullptr) return;
                INFO(field);
                if (*type == json::Value("string") && !part.find("enum") && !part.find("const"))
                    CHECK(part.find("maxLength") != nullptr);
                if (*type == json::Value("integer")) {
                    CHECK(part.find("minimum") != nullptr);
                    CHECK(part.find("maximum") != nullptr);
                }
                if (*type == json::Value("array")) CHECK(part.find("maxItems") != nullptr);
            });
        }
    });
}

TEST_CASE("api: the examples of a schema are what it describes") {
    const auto& document = Contract::of_the_box().document();
    std::size_t compared = 0;
    each_object(document, [&](const json::Value& schema) {
        const auto* examples = schema.find("examples");
        if (examples == nullptr) return;
        for (const auto& example : *examples->array()) {
            CHECK(test::difference(document, schema, example) == "");
            ++compared;
        }
    });
    CHECK(compared > 2);
}

TEST_CASE("api: every reference of the document leads somewhere") {
    const auto& document = Contract::of_the_box().document();
    each_object(document, [&](const json::Value& value) {
        if (value.find("$ref") != nullptr) (void)test::resolved(document, value);
    });
}
