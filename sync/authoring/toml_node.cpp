// SPDX-License-Identifier: Apache-2.0
#include "authoring/toml_node.hpp"

#include <toml++/toml.h>

namespace preau::authoring {

namespace {

// Depth is bounded by toml++ itself (TOML_MAX_NESTED_VALUES).
TomlNode convert(const toml::node& node, int line_offset) {
    TomlNode result;
    result.line = static_cast<int>(node.source().begin.line) + line_offset;
    if (const auto* text = node.as_string()) result.value = text->get();
    if (const auto* integer = node.as_integer()) result.value = integer->get();
    if (const auto* number = node.as_floating_point()) result.value = number->get();
    if (const auto* boolean = node.as_boolean()) result.value = boolean->get();
    if (const auto* array = node.as_array()) {
        TomlNode::List list;
        for (const auto& element : *array) list.push_back(convert(element, line_offset));
        result.value = std::move(list);
    }
    if (const auto* table = node.as_table()) {
        TomlNode::Table members;
        for (const auto& [key, value] : *table)
            members.emplace_back(std::string(key.str()), convert(value, line_offset));
        result.value = std::move(members);
    }
    return result;
}

}  // namespace

Result<TomlNode, Problem> read_toml(std::string_view text, const std::string& file,
                                    int first_line) {
    const int line_offset = first_line - 1;
    try {
        return convert(toml::parse(text), line_offset);
    } catch (const toml::parse_error& error) {
        const int line = static_cast<int>(error.source().begin.line) + line_offset;
        return fail(Problem{file, line, "", "not TOML: " + std::string(error.description())});
    }
}

}  // namespace preau::authoring
