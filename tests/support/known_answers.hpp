// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/read.hpp"
#include "support/catch.hpp"
#include "support/vectors.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preau::test {

/// One object of a file of known answers. What nobody read fails the test in complete(): a field or
/// a kind of case that the test does not know must not pass unseen.
class Known {
  public:
    explicit Known(const json::Value& value) : value_(&value) {
        REQUIRE(value.object() != nullptr);
    }

    bool has(std::string_view name) const { return value_->find(name) != nullptr; }
    const json::Value& value(std::string_view name) {
        read_.emplace(name);
        INFO("field " << name);
        REQUIRE(has(name));
        return *value_->find(name);
    }
    double number(std::string_view name) {
        const auto number = value(name).number();
        INFO("field " << name);
        REQUIRE(number.has_value());
        return *number;
    }
    double number(std::string_view name, double otherwise) {
        return is_given(name) ? number(name) : otherwise;
    }
    int integer(std::string_view name) { return static_cast<int>(number(name)); }
    int integer(std::string_view name, int otherwise) {
        return is_given(name) ? integer(name) : otherwise;
    }
    bool flag(std::string_view name) {
        const auto* flag = value(name).boolean();
        INFO("field " << name);
        REQUIRE(flag != nullptr);
        return *flag;
    }
    bool flag(std::string_view name, bool otherwise) {
        return is_given(name) ? flag(name) : otherwise;
    }
    std::string text(std::string_view name) {
        const auto* text = value(name).text();
        INFO("field " << name);
        REQUIRE(text != nullptr);
        return *text;
    }
    std::string text(std::string_view name, std::string_view otherwise) {
        return is_given(name) ? text(name) : std::string(otherwise);
    }
    Known object(std::string_view name) { return Known(value(name)); }
    /// Another file of the same form may hold fewer sections.
    template <class Check>
    void section(std::string_view name, Check check) {
        if (is_given(name)) check(object(name));
    }
    /// The objects of an array; none when it is absent.
    std::vector<Known> list(std::string_view name) {
        std::vector<Known> objects;
        for (const auto& element : elements(name)) objects.emplace_back(element);
        return objects;
    }
    std::vector<std::string> texts(std::string_view name) {
        std::vector<std::string> texts;
        for (const auto& element : elements(name)) {
            REQUIRE(element.text() != nullptr);
            texts.push_back(*element.text());
        }
        return texts;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& member : *value_->object()) names.push_back(member.name);
        return names;
    }

    void ignore(std::string_view name) { read_.emplace(name); }
    /// Every field was read, remarks for people aside.
    void complete() const {
        static const std::set<std::string, std::less<>> remarks = {
            "source", "note", "how_to_replay", "WARNING", "meshes_source", "name"};
        for (const auto& member : *value_->object()) {
            INFO("a field that this test does not know: " << member.name);
            CHECK((read_.contains(member.name) || remarks.contains(member.name)));
        }
    }

  private:
    bool is_given(std::string_view name) {
        read_.emplace(name);
        const auto* found = value_->find(name);
        return found != nullptr && !found->is_null();
    }
    const json::Array& elements(std::string_view name) {
        static const json::Array none;
        if (!is_given(name)) return none;
        const auto* array = value(name).array();
        INFO("field " << name);
        REQUIRE(array != nullptr);
        return *array;
    }

    const json::Value* value_;
    std::set<std::string, std::less<>> read_;
};

/// A whole file; it must outlive the Known made of it.
inline json::Value known_answers(const std::string& file) {
    INFO("file " << vectors_folder() << "/" << file);
    const auto text = read_vectors(file);
    REQUIRE(!text.empty());
    auto value = json::read(text);
    REQUIRE(value.has_value());
    return std::move(*value);
}

}  // namespace preau::test
