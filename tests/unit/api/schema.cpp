// SPDX-License-Identifier: Apache-2.0
#include "unit/api/schema.hpp"

#include "json/write.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <regex>
#include <set>

namespace preau::test {

namespace {

const std::set<std::string_view> kKeywords = {
    "$ref",
    "additionalProperties",
    "const",
    "contentMediaType",
    "description",
    "enum",
    "examples",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "x-max-bytes",
    "x-code-meanings",
};

bool is_type(const json::Value& value, std::string_view type) {
    return (type == "null" && value.is_null()) ||
           (type == "boolean" && value.boolean() != nullptr) ||
           (type == "integer" && value.integer() != nullptr) ||
           (type == "number" && value.number().has_value()) ||
           (type == "string" && value.text() != nullptr) ||
           (type == "array" && value.array() != nullptr) ||
           (type == "object" && value.object() != nullptr);
}

std::int64_t characters(const std::string& text) {
    return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
}

class Comparison {
  public:
    Comparison(const json::Value& document, const json::Value& schema, const json::Value& value,
               std::string where)
        : document_(document), schema_(schema), value_(value), where_(std::move(where)) {}

    std::string run() {
        for (const auto& member : *schema_.object())
            if (!kKeywords.contains(member.name)) return "unknown keyword " + member.name;
        if (const auto* one_of = schema_.find("oneOf")) return choices(*one_of);
        if (const auto* type = schema_.find("type"); type && !is_type(value_, *type->text()))
            return differs("is not of type " + *type->text());
        if (const auto* only = schema_.find("const"); only && !(value_ == *only))
            return differs("is not the one value");
        if (const auto* values = schema_.find("enum");
            values && std::ranges::find(*values->array(), value_) == values->array()->end())
            return differs("is none of the values");
        if (value_.integer() != nullptr && !is_within("minimum", "maximum", *value_.integer()))
            return differs("is out of range");
        if (value_.text() != nullptr) return text();
        if (value_.array() != nullptr) return array();
        if (value_.object() != nullptr) return object();
        return {};
    }

  private:
    std::string differs(const std::string& how) const {
        return where_ + " " + how + ": " + json::write(value_).substr(0, 200);
    }

    bool is_within(std::string_view low, std::string_view high, std::int64_t number) const {
        const auto* min = schema_.find(low);
        const auto* max = schema_.find(high);
        return (min == nullptr || number >= *min->integer()) &&
               (max == nullptr || number <= *max->integer());
    }

    std::string choices(const json::Value& one_of) const {
        std::string differences;
        for (const auto& choice : *one_of.array()) {
            const auto found = difference(document_, choice, value_, where_);
            if (found.empty()) return {};
            differences += found + "; ";
        }
        return differences;
    }

    std::string text() const {
        if (!is_within("minLength", "maxLength", characters(*value_.text())))
            return differs("is too short or too long");
        const auto* pattern = schema_.find("pattern");
        if (pattern && !std::regex_search(*value_.text(), std::regex(*pattern->text())))
            return differs("does not match");
        return {};
    }

    std::string array() const {
        const auto& elements = *value_.array();
        if (!is_within("minItems", "maxItems", static_cast<std::int64_t>(elements.size())))
            return differs("has too many or too few elements");
        for (std::size_t i = 0; i < elements.size(); ++i) {
            auto found = difference(document_, at(schema_, "items"), elements[i],
                                    where_ + "[" + std::to_string(i) + "]");
            if (!found.empty()) return found;
        }
        return {};
    }

    std::string object() const {
        const auto* others = schema_.find("additionalProperties");
        if (others != nullptr && *others == json::Value(true)) return {};
        const auto& properties = at(schema_, "properties");
        if (const auto* required = schema_.find("required"))
            for (const auto& name : *required->array())
                if (value_.find(*name.text()) == nullptr) return differs("lacks " + *name.text());
        for (const auto& member : *value_.object()) {
            const auto* property = properties.find(member.name);
            if (property == nullptr) return differs("has the undocumented " + member.name);
            auto found = difference(document_, *property, member.value, where_ + "." + member.name);
            if (!found.empty()) return found;
        }
        return {};
    }

    const json::Value& document_;
    const json::Value& schema_;
    const json::Value& value_;
    std::string where_;
};

}  // namespace

const json::Value& at(const json::Value& value, std::string_view name) {
    const auto* found = value.find(name);
    if (found == nullptr) FAIL("no member " << name << " in " << json::write(value).substr(0, 300));
    return *found;
}

const json::Value& resolved(const json::Value& document, const json::Value& schema) {
    const auto* reference = schema.find("$ref");
    if (reference == nullptr) return schema;
    const auto* found = &document;
    std::string_view path = *reference->text();
    REQUIRE(path.starts_with("#/"));
    path.remove_prefix(2);
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        found = &at(*found, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return *found;
}

std::string difference(const json::Value& document, const json::Value& schema,
                       const json::Value& value, const std::string& where) {
    return Comparison(document, resolved(document, schema), value, where).run();
}

}  // namespace preau::test
