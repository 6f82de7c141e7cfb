// SPDX-License-Identifier: Apache-2.0
#include "json/value.hpp"

#include <cmath>

namespace preau::json {

Value::Value(double value) : content_(value) { PREAU_CHECK(std::isfinite(value)); }
Value::Value(std::string value) : content_(std::move(value)) {}
Value::Value(std::string_view value) : content_(std::string(value)) {}
Value::Value(const char* value) : content_(std::string(value)) {}
Value::Value(Array value) : content_(std::move(value)) {}
Value::Value(Object value) : content_(std::move(value)) {}

bool Value::is_null() const { return std::holds_alternative<std::nullptr_t>(content_); }
const bool* Value::boolean() const { return std::get_if<bool>(&content_); }
const std::int64_t* Value::integer() const { return std::get_if<std::int64_t>(&content_); }
const std::string* Value::text() const { return std::get_if<std::string>(&content_); }
const Array* Value::array() const { return std::get_if<Array>(&content_); }
const Object* Value::object() const { return std::get_if<Object>(&content_); }

std::optional<double> Value::number() const {
    if (const auto* whole = integer()) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&content_)) return *real;
    return std::nullopt;
}

const Value* Value::find(std::string_view name) const {
    const auto* members = object();
    if (members == nullptr) return nullptr;
    for (const auto& member : *members)
        if (member.name == name) return &member.value;
    return nullptr;
}

bool Value::operator==(const Value& other) const { return content_ == other.content_; }

void Value::check_integer() const {
    PREAU_CHECK(*integer() <= kIntegerMax && *integer() >= -kIntegerMax);
}

}  // namespace preau::json
