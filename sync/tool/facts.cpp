// SPDX-License-Identifier: Apache-2.0
#include "tool/facts.hpp"

#include "json/write.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace preau::tool {

namespace {

std::string in_words(const json::Value& value) {
    if (const auto* text = value.text()) return *text;
    if (const auto* number = value.integer()) return std::to_string(*number);
    std::vector<std::string> parts;
    for (const auto& part : *value.array()) parts.push_back(in_words(part));
    return parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

Facts& Facts::add(std::string name, std::string value) {
    members_.push_back({std::move(name), std::move(value)});
    return *this;
}

Facts& Facts::add(std::string name, std::int64_t value) {
    members_.push_back({std::move(name), value});
    return *this;
}

Facts& Facts::add(std::string name, const std::vector<std::string>& values) {
    members_.push_back({std::move(name), json::Array(values.begin(), values.end())});
    return *this;
}

Facts& Facts::say(std::string sentence) {
    sentences_.push_back(std::move(sentence));
    return *this;
}

void Facts::print(bool as_json) const {
    if (as_json) {
        fmt::print("{}\n", json::write(members_));
        return;
    }
    for (const auto& [name, value] : members_) {
        auto label = name;
        std::ranges::replace(label, '_', ' ');
        fmt::print("  {:<18}  {}\n", label, in_words(value));
    }
    for (const auto& sentence : sentences_) fmt::print("{}\n", sentence);
}

}  // namespace preau::tool
