// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"

#include <cstddef>
#include <string_view>

namespace preau::api {

/// True for a value that a form of that question can send: a proposal's number ("2"), several in
/// rising order ("1,3"), a text, or the skip mark. An empty text passes: the exam refuses it.
bool is_answer_value(const answers::Key& key, std::size_t proposals, std::string_view value);

}  // namespace preau::api
