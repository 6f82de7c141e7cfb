// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preau::answers {

/// What a candidate wrote in one field.
struct FieldValue {
    std::string name;
    std::string text;

    bool operator==(const FieldValue&) const = default;
};

/// The fields of a qrocm's value, a JSON object of texts: {"depart":"Lyon","prix":"12"}. Nothing
/// when it is none, or when its members are not those of the key's fields in their order.
std::optional<std::vector<FieldValue>> read_fields(const Key& key, std::string_view value);

/// Which fields are right, in their order; none when the value is not one of that key's shape.
/// qrocm-ind: each is compared with its own accepted texts (solution-service-qrocm-ind.js).
/// qrocm-dep: each, in order, uses up the first group left that accepts it
/// (solution-service-qrocm-dep.js).
std::vector<bool> right_fields(const Key& key, std::string_view value);

}  // namespace preau::answers
