// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pack.hpp"

#include <string_view>

namespace preau::api {

/// True for a value that the form of that question can send: for each kind what docs/api says, or
/// the skip mark. An empty text passes: the exam refuses it.
bool is_answer_value(const pack::Question& question, std::string_view value);

}  // namespace preau::api
