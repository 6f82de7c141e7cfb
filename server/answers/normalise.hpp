// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/key.hpp"

#include <string>
#include <string_view>

/// Pix's treatments of a typed answer (validation-treatments.js). Texts are UTF-8.
namespace preau::answers {

/// NFC, and unbreakable spaces made ordinary ones.
std::string pretreat(std::string_view text);

/// Lower case, without accents, without white space. Ligatures stay: t2 drops them.
std::string t1(std::string_view text);

/// Without anything but a-z, A-Z, 0-9 and single spaces.
std::string t2(std::string_view text);

/// t1 then t2, those that are on.
std::string treat(std::string_view text, const Treatments& treatments);

}  // namespace preau::answers
