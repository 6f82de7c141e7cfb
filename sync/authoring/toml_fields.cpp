// SPDX-License-Identifier: Apache-2.0
#include "authoring/toml_fields.hpp"

#include "base/check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::authoring {

namespace {

const TomlNode::Table& members_of(const TomlNode& node) {
    const auto* members = std::get_if<TomlNode::Table>(&node.value);
    PREAU_CHECK(members != nullptr);
    return *members;
}

const TomlNode* find(const TomlNode::Table& members, std::string_view name) {
    const auto found =
        std::ranges::find_if(members, [&](const auto& member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

std::optional<double> as_number(const TomlNode& node) {
    if (const auto* number = std::get_if<double>(&node.value)) return *number;
    if (const auto* integer = std::get_if<std::int64_t>(&node.value))
        return static_cast<double>(*integer);
    return std::nullopt;
}

std::optional<std::pair<double, double>> as_interval(const TomlNode& node) {
    const auto* pair = std::get_if<TomlNode::List>(&node.value);
    if (pair == nullptr || pair->size() != 2) return std::nullopt;
    const auto min = as_number(pair->front());
    const auto max = as_number(pair->back());
    // Written so that nan is refused too.
    if (!min || !max || !(*min < *max)) return std::nullopt;
    return std::pair{*min, *max};
}

}  // namespace

TomlFields::TomlFields(const TomlNode& table, std::string file, std::string prefix,
                       Problems& problems)
    : members_(members_of(table)),
      line_(table.line),
      file_(std::move(file)),
      prefix_(std::move(prefix)),
      problems_(problems) {}

bool TomlFields::has(std::string_view name) const { return find(members_, name) != nullptr; }

const TomlNode* TomlFields::take(std::string_view name) {
    read_.emplace(name);
    const auto* node = find(members_, name);
    if (node == nullptr) refuse(name, "missing: add it");
    return node;
}

template <class T>
const T* TomlFields::take_as(std::string_view name, std::string_view type) {
    const auto* node = take(name);
    if (node == nullptr) return nullptr;
    const auto* value = std::get_if<T>(&node->value);
    if (value == nullptr) refuse(name, fmt::format("must be {}", type));
    return value;
}

std::string TomlFields::text(std::string_view name, std::size_t bytes_max) {
    const auto* text = take_as<std::string>(name, "a text between quotes");
    if (text == nullptr) return {};
    if (text->empty()) refuse(name, "is empty: fill it in");
    if (text->size() > bytes_max) {
        refuse(name,
               fmt::format("is {} bytes long, at most {}: shorten it", text->size(), bytes_max));
    }
    return *text;
}

double TomlFields::number(std::string_view name, double min, double max) {
    const auto* node = take(name);
    if (node == nullptr) return 0;
    const auto number = as_number(*node);
    if (!number) refuse(name, "must be a number, without quotes");
    if (number && !(*number >= min && *number <= max))
        refuse(name, fmt::format("must be between {} and {}, is {}", min, max, *number));
    return number.value_or(0);
}

int TomlFields::integer(std::string_view name, int min, int max) {
    const auto* integer = take_as<std::int64_t>(name, "a whole number, without quotes");
    if (integer == nullptr) return 0;
    if (*integer < min || *integer > max) {
        refuse(name, fmt::format("must be between {} and {}, is {}", min, max, *integer));
        return 0;
    }
    return static_cast<int>(*integer);
}

bool TomlFields::boolean(std::string_view name) {
    const auto* boolean = take_as<bool>(name, "true or false, without quotes");
    return boolean != nullptr && *boolean;
}

std::vector<std::string> TomlFields::texts_or_none(std::string_view name, std::size_t count_max,
                                                   std::size_t bytes_max) {
    const auto* node = find(members_, name);
    const auto* list = node == nullptr ? nullptr : std::get_if<TomlNode::List>(&node->value);
    if (list == nullptr || !list->empty()) return texts(name, count_max, bytes_max);
    read_.emplace(name);
    return {};
}

std::vector<std::string> TomlFields::texts(std::string_view name, std::size_t count_max,
                                           std::size_t bytes_max) {
    const auto* list = take_as<TomlNode::List>(name, "a list of texts: [\"…\", \"…\"]");
    if (list == nullptr) return {};
    std::vector<std::string> texts;
    for (const auto& node : *list) {
        const auto* text = std::get_if<std::string>(&node.value);
        if (text == nullptr || text->empty() || text->size() > bytes_max) {
            refuse(name, fmt::format("must hold texts of 1 to {} bytes between quotes", bytes_max));
            return {};
        }
        texts.push_back(*text);
    }
    if (texts.empty() || texts.size() > count_max)
        refuse(name, fmt::format("must hold 1 to {} texts, holds {}", count_max, texts.size()));
    return texts;
}

std::vector<std::vector<std::string>> TomlFields::text_lists(std::string_view name,
                                                             std::size_t lists_max,
                                                             std::size_t count_max,
                                                             std::size_t bytes_max) {
    const auto* lists = take_as<TomlNode::List>(name, "lists of texts: [[\"…\", \"…\"], [\"…\"]]");
    std::vector<std::vector<std::string>> result;
    if (lists == nullptr) return result;
    for (const auto& node : *lists) {
        auto& texts = result.emplace_back();
        const auto* list = std::get_if<TomlNode::List>(&node.value);
        for (const auto& element : list == nullptr ? TomlNode::List{} : *list)
            if (const auto* text = std::get_if<std::string>(&element.value);
                text != nullptr && !text->empty() && text->size() <= bytes_max)
                texts.push_back(*text);
        if (list == nullptr || texts.size() != list->size() || texts.empty() ||
            texts.size() > count_max)
            refuse(name, fmt::format("must hold lists of 1 to {} texts of 1 to {} bytes", count_max,
                                     bytes_max));
    }
    if (result.empty() || result.size() > lists_max)
        refuse(name, fmt::format("must hold 1 to {} lists, holds {}", lists_max, result.size()));
    return result;
}

std::vector<std::pair<double, double>> TomlFields::intervals(std::string_view name,
                                                             std::size_t count_max) {
    const auto* list = take_as<TomlNode::List>(name, "a list of pairs: [[min, max], …]");
    if (list == nullptr) return {};
    std::vector<std::pair<double, double>> intervals;
    for (const auto& node : *list) {
        const auto interval = as_interval(node);
        if (!interval || (!intervals.empty() && intervals.back().second != interval->first)) {
            refuse(name,
                   "must hold pairs [min, max], min < max, each pair beginning where the one "
                   "before ends");
            return {};
        }
        intervals.push_back(*interval);
    }
    if (intervals.empty() || intervals.size() > count_max)
        refuse(name, fmt::format("must hold 1 to {} pairs, holds {}", count_max, intervals.size()));
    return intervals;
}

const TomlNode* TomlFields::table(std::string_view name) {
    const auto* node = take(name);
    if (node == nullptr) return nullptr;
    if (std::holds_alternative<TomlNode::Table>(node->value)) return node;
    refuse(name, fmt::format("must be a table: [{}{}]", prefix_, name));
    return nullptr;
}

void TomlFields::refuse(std::string_view name, std::string message) {
    if (!refused_.emplace(name).second) return;
    const auto* node = find(members_, name);
    problems_.push_back(
        {file_, node == nullptr ? line_ : node->line, prefix_ + std::string(name), message});
}

void TomlFields::finish() {
    for (const auto& [name, node] : members_)
        if (!read_.contains(name)) refuse(name, "unknown key: remove it or correct its spelling");
}

}  // namespace preau::authoring
