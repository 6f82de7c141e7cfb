// SPDX-License-Identifier: Apache-2.0
#include "json/write.hpp"
#include "support/catch.hpp"
#include "unit/api/contract.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::Contract;
using test::Operation;
using test::ServedRoom;

// Every field of every body in docs/api/openapi.json is sent wrong in every way that its
// description allows: what the document promises is what the box checks.
namespace {

/// A value that stands somewhere inside a body: "abort_reasons", 0, "reason".
struct Place {
    std::string field;  ///< as problems name it
    std::function<json::Value(const json::Value& wrong)> with;
    std::function<json::Value()> without;
};

json::Value without(const json::Value& object, const std::string& name) {
    json::Object rest;
    for (const auto& member : *object.object())
        if (member.name != name) rest.push_back(member);
    return rest;
}

json::Value with(const json::Value& object, const std::string& name, const json::Value& value) {
    auto changed = *object.object();
    for (auto& member : changed)
        if (member.name == name) member.value = value;
    return changed;
}

/// Somebody who may call each route, so that nothing but the body is wrong.
class Caller {
  public:
    Caller()
        : tokens_{{"candidateToken", room_.joined(1)},
                  {"invigilatorToken", room_.entered()},
                  {"officeToken", room_.office_token()},
                  {"", ""}} {}

    test::Reply send(const Operation& operation, std::string body) {
        auto path = operation.path;
        path = test::filled(std::move(path));
        const auto method = operation.method == "PUT" ? http::Method::put : http::Method::post;
        auto request = test::request(method, path, tokens_.at(operation.scheme()));
        request.idempotency_key = test::command_id(1, 1).hex();
        request.body = std::move(body);
        room_.clock().pass(seconds(100));
        return room_.ask(std::move(request));
    }

    void refuses(const Operation& operation, const std::string& body, const std::string& code,
                 const std::string& field) {
        INFO(operation.path << " " << body.substr(0, 200));
        const auto before = room_.records();
        const auto reply = send(operation, body);
        CHECK(reply.status() == 400);
        CHECK(reply.code() == code);
        CHECK(reply.field() == field);
        CHECK_FALSE(reply.text("title").empty());
        CHECK(room_.records() == before);
    }

  private:
    ServedRoom room_;
    std::map<std::string, std::string> tokens_;  ///< by the scheme of the document
};

const json::Value kOfEachType[] = {nullptr, true, 1, 1.5, "text", json::Array{}, json::Object{}};

bool has_type(const json::Value& value, const std::string& type) {
    return (type == "string" && value.text()) || (type == "integer" && value.integer()) ||
           (type == "boolean" && value.boolean()) || (type == "array" && value.array()) ||
           (type == "object" && value.object());
}

std::int64_t number_of(const json::Value& schema, std::string_view keyword) {
    const auto* found = schema.find(keyword);
    return found ? *found->integer() : -1;
}

/// What a schema says of a field: null stands for absence where the field may be absent.
bool is_required(const json::Value& schema, const std::string& name) {
    for (const auto& required : *at(schema, "required").array())
        if (required == json::Value(name)) return true;
    return false;
}

class FieldCheck {
  public:
    FieldCheck(Caller& caller, const Operation& operation, const json::Value& schema,
               bool is_required, Place place)
        : caller_(caller),
          operation_(operation),
          schema_(schema),
          is_required_(is_required),
          place_(std::move(place)) {}

    void run() {
        if (is_required_)
            caller_.refuses(operation_, json::write(place_.without()), "missing", place_.field);
        const auto& type = *at(schema_, "type").text();
        for (const auto& value : kOfEachType)
            if (!has_type(value, type) && (is_required_ || !value.is_null()))
                expect(value, "wrong_type");
        if (type == "string") text();
        if (type == "integer") integer();
        if (type == "array") array();
    }

  private:
    void expect(const json::Value& wrong, const std::string& code) {
        caller_.refuses(operation_, json::write(place_.with(wrong)), code, place_.field);
    }

    void text() {
        const auto bytes = number_of(schema_, "x-max-bytes");
        REQUIRE(bytes > 0);
        expect(std::string(static_cast<std::size_t>(bytes) + 1, 'x'), "too_long");
        std::string accents = "x";  // one byte too many, although half as many characters
        while (accents.size() <= static_cast<std::size_t>(bytes)) accents += "é";
        expect(accents, "too_long");
        expect(std::string("a\0b", 3), "malformed");
        if (number_of(schema_, "minLength") > 0 && !schema_.find("enum")) expect("", "missing");
        if (schema_.find("pattern") || schema_.find("enum")) expect("1x", "malformed");
    }

    void integer() {
        expect(number_of(schema_, "minimum") - 1, "out_of_range");
        expect(number_of(schema_, "maximum") + 1, "out_of_range");
        expect(-json::kIntegerMax, "out_of_range");
    }

    void array() {
        const auto count = static_cast<std::size_t>(number_of(schema_, "maxItems")) + 1;
        expect(json::Array(count, json::Value(1)), "too_long");
    }

    Caller& caller_;
    const Operation& operation_;
    const json::Value& schema_;
    bool is_required_;
    Place place_;
};

/// The fields of an object that `place` puts into a body, and of the objects in it and in its
/// arrays. What the example leaves out is for tests of its own.
void check_object(Caller& caller, const Operation& operation, const json::Value& schema,
                  const json::Value& example, const std::string& path,
                  const std::function<json::Value(const json::Value&)>& place) {
    for (const auto& [name, described] : *at(schema, "properties").object()) {
        const auto* value = example.find(name);
        if (value == nullptr) continue;
        const auto& field_schema = test::resolved(Contract::of_the_box().document(), described);
        const auto field = path + name;
        const auto put = [&, key = name](const json::Value& changed) {
            return place(with(example, key, changed));
        };
        FieldCheck(caller, operation, field_schema, is_required(schema, name),
                   {field, put, [&, key = name] { return place(without(example, key)); }})
            .run();
        if (value->object() != nullptr)
            check_object(caller, operation, field_schema, *value, field + ".", put);
        const auto* items = field_schema.find("items");
        if (items == nullptr || items->find("properties") == nullptr) continue;
        check_object(caller, operation, *items, value->array()->front(), field + "[0].",
                     [&](const json::Value& element) { return put(json::Array{element}); });
    }
    auto more = *example.object();
    more.push_back({"surplus", 1});
    caller.refuses(operation, json::write(place(more)), "unknown", path + "surplus");
}

const json::Value& schema_of(const Operation& operation) {
    return test::resolved(Contract::of_the_box().document(), *operation.body());
}

}  // namespace

TEST_CASE("api: every field of every body is refused when missing, of another type or range") {
    Caller caller;
    for (const auto& operation : Contract::of_the_box().operations())
        if (operation.body())
            check_object(caller, operation, schema_of(operation), operation.example(), "",
                         [](const json::Value& body) { return body; });
}

TEST_CASE("api: the documented examples have no wrong field") {
    Caller caller;
    for (const auto& operation : Contract::of_the_box().operations()) {
        if (!operation.body()) continue;
        INFO(operation.path);
        CHECK(caller.send(operation, json::write(operation.example())).status() != 400);
        CHECK(test::difference(Contract::of_the_box().document(), *operation.body(),
                               operation.example()) == "");
    }
}

TEST_CASE("api: a body that is not one JSON object is refused whole") {
    Caller caller;
    const std::string deep = std::string(17, '[') + std::string(17, ']');
    for (const auto& operation : Contract::of_the_box().operations()) {
        if (!operation.body()) continue;
        for (const std::string& body :
             {std::string(), std::string("{"), std::string("{} {}"), std::string("nothing"),
              std::string("{\"a\":1,\"a\":1}"), std::string("{\"a\":\"\xff\"}"),
              std::string("{\"a\":\"\\ud800\"}"), std::string("{\"a\":1e999}"),
              std::string("\xef\xbb\xbf{}"), deep})
            caller.refuses(operation, body, "malformed", "");
        for (const auto* body : {"[]", "null", "\"text\"", "1"})
            caller.refuses(operation, body, "wrong_type", "");
    }
}
