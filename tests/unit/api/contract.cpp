// SPDX-License-Identifier: Apache-2.0
#include "unit/api/contract.hpp"

#include "api/routes.hpp"
#include "base/file.hpp"
#include "json/read.hpp"
#include "support/catch.hpp"

#include <algorithm>

namespace preau::test {

namespace {

std::string upper(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

json::Value read_document() {
    const auto bytes = read_file("docs/api/openapi.json", 1024 * 1024);
    REQUIRE(bytes.has_value());
    auto document = json::read(as_text(*bytes));
    if (!document) FAIL(document.error().message);
    return std::move(*document);
}

std::string path_pattern(const http::Request& request) {
    if (request.path.starts_with("/media/")) return "/media/{media}";
    if (request.path.starts_with("/attachments/")) return "/attachments/{hash}/{name}";
    const auto found = api::match(request.method, request.path);
    return found.route == nullptr ? std::string{} : std::string(found.route->path);
}

}  // namespace

const json::Value* Operation::body() const {
    const auto* body = value->find("requestBody");
    return body ? &at(at(at(*body, "content"), "application/json"), "schema") : nullptr;
}

const json::Value& Operation::example() const {
    return at(at(at(at(*value, "requestBody"), "content"), "application/json"), "example");
}

std::string Operation::scheme() const {
    const auto& security = *at(*value, "security").array();
    return security.empty() ? std::string{} : security.front().object()->front().name;
}

Contract::Contract() : document_(read_document()) {
    for (const auto& path : *at(document_, "paths").object())
        for (const auto& method : *path.value.object())
            operations_.push_back({upper(method.name), path.name, &method.value});
}

const Contract& Contract::of_the_box() {
    static const Contract contract;
    return contract;
}

std::vector<std::string> Contract::codes() const {
    const auto& problem = at(at(at(document_, "components"), "schemas"), "Problem");
    std::vector<std::string> codes;
    for (const auto& code : *at(at(at(problem, "properties"), "code"), "enum").array())
        codes.push_back(*code.text());
    return codes;
}

const json::Value& Contract::documented(const http::Request& request, int status) const {
    const auto pattern = path_pattern(request);
    const auto method = std::string(api::name(request.method));
    const auto operation = std::ranges::find_if(operations_, [&](const Operation& candidate) {
        return candidate.path == pattern && candidate.method == method;
    });
    const auto& transport = at(at(at(document_, "components"), "responses"), "Transport");
    if (operation == operations_.end()) return transport;
    const auto* response = operation->responses().find(std::to_string(status));
    return response ? *response : resolved(document_, at(operation->responses(), "default"));
}

std::string Contract::difference(const http::Request& request,
                                 const http::Response& response) const {
    const auto& documented = this->documented(request, response.status);
    if (response.stream_topic) {
        const auto* events = documented.find("content")->find("text/event-stream");
        return events ? std::string{} : "a stream that is not documented";
    }
    const auto type = header(response, "Content-Type");
    const auto* content = at(documented, "content").find(type);
    if (content == nullptr) return "undocumented status or type " + type;
    if (const auto* headers = documented.find("headers"))
        for (const auto& field : *headers->object()) {
            const auto value = header(response, field.name);
            if (value.empty()) return "the header " + field.name + " is missing";
            const auto& schema = at(field.value, "schema");
            if (schema.find("const") == nullptr && schema.find("enum") == nullptr) continue;
            if (!test::difference(document_, schema, value).empty())
                return field.name + " is " + value;
        }
    if (!type.ends_with("json")) return {};
    const auto body = json::read(response.body);
    if (!body) return "the body is not JSON";
    auto found = test::difference(document_, at(*content, "schema"), *body);
    if (!found.empty() || response.status < 400) return found;
    const auto& codes = *at(documented, "x-codes").array();
    if (std::ranges::find(codes, at(*body, "code")) == codes.end())
        return "the code is not documented here: " + response.body;
    return *at(*body, "status").integer() == response.status ? std::string{} : "another status";
}

std::string Contract::difference_in_event(const http::StreamEvent& event) const {
    const auto data = json::read(event.data);
    if (!data) return "an event whose data is not JSON";
    for (const auto& operation : operations_) {
        const auto* ok = operation.responses().find("200");
        const auto* stream = ok ? at(*ok, "content").find("text/event-stream") : nullptr;
        const auto* schema = stream ? at(*stream, "x-events").find(event.name) : nullptr;
        if (schema) return test::difference(document_, *schema, *data, event.name);
    }
    return "an event that is not documented: " + event.name;
}

std::string header(const http::Response& response, std::string_view name) {
    for (const auto& [field, value] : response.headers)
        if (field == name) return value;
    return {};
}

}  // namespace preau::test
