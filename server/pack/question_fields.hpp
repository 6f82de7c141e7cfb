// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/fields.hpp"
#include "pack/pack.hpp"

namespace preau::pack {

/// A question as pack.pub writes it.
json::Value question_to_json(const Question& question);

/// Reads the members of one but its type; problems stay in `fields`, which the caller finishes.
void read_question_fields(json::Fields& fields, Question& question);

/// "text" of each non-empty member of an array of at most `count_max`.
std::vector<std::string> read_texts(json::Fields& fields, std::string_view name,
                                    std::size_t count_max, std::size_t bytes_max);

json::Array to_array(const std::vector<std::string>& texts);

}  // namespace preau::pack
