// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"
#include "base/random.hpp"
#include "pack/pack.hpp"

#include <string>

/// Values that a candidate's page could send, for every kind of question.
namespace preau::tool {

/// A right one, drawn among those that the key accepts.
std::string right_value(const pack::Question& question, const answers::Key& key,
                        SplitMix64& random);

/// A wrong one; the question must have one.
std::string wrong_value(const pack::Question& question, const answers::Key& key,
                        SplitMix64& random);

}  // namespace preau::tool
