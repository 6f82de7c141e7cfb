// SPDX-License-Identifier: Apache-2.0
#include "answers/fields.hpp"

#include "answers/normalise.hpp"
#include "answers/short_text.hpp"
#include "json/read.hpp"

#include <algorithm>

namespace preau::answers {

namespace {

bool has_names_of(const std::vector<FieldValue>& values, const Key& key) {
    return std::ranges::equal(values, key.fields, {}, &FieldValue::name, &Field::name);
}

// Unlike those of the other types, these accepted texts are pretreated too, as in Pix.
bool is_right(const Field& field, const Treatments& treatments, const FieldValue& value) {
    std::vector<std::string> accepted;
    for (const auto& text : field.accepted) accepted.push_back(pretreat(text));
    return accepts(accepted, field.format, treatments, value.text);
}

std::vector<bool> independent(const Key& key, const std::vector<FieldValue>& values) {
    std::vector<bool> right;
    for (std::size_t i = 0; i < values.size(); ++i)
        right.push_back(is_right(key.fields[i], key.treatments, values[i]));
    return right;
}

std::vector<bool> dependent(const Key& key, const std::vector<FieldValue>& values) {
    std::vector<bool> used(key.groups.size());
    std::vector<bool> right;
    for (const auto& value : values) {
        std::size_t group = 0;
        while (
            group < key.groups.size() &&
            (used[group] || !accepts(key.groups[group], Format::text, key.treatments, value.text)))
            ++group;
        right.push_back(group < key.groups.size());
        if (right.back()) used[group] = true;
    }
    return right;
}

}  // namespace

std::optional<std::vector<FieldValue>> read_fields(const Key& key, std::string_view value) {
    const auto document = json::read(value);
    if (!document || document->object() == nullptr) return std::nullopt;
    std::vector<FieldValue> values;
    for (const auto& member : *document->object()) {
        if (member.value.text() == nullptr) return std::nullopt;
        values.push_back({member.name, *member.value.text()});
    }
    if (!has_names_of(values, key)) return std::nullopt;
    return values;
}

std::vector<bool> right_fields(const Key& key, std::string_view value) {
    const auto values = read_fields(key, value);
    if (!values) return {};
    return key.kind == Kind::qrocm_ind ? independent(key, *values) : dependent(key, *values);
}

}  // namespace preau::answers
