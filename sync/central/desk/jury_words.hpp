// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/jury_file.hpp"

/// French words of the jury's pages.
namespace preau::central {

std::string_view in_french(Act act);
std::string_view in_french(Audience audience);
std::string_view in_french(Doubt doubt);
std::string_view in_french(exam::ResultStatus status);
/// Colour of a status: good, bad or none.
std::string_view kind_of(exam::ResultStatus status);
/// A comment that comes by itself, by its stable word.
std::string_view comment_in_french(std::string_view word);
/// What is to confirm, by its stable word; other texts are given as they are.
std::string_view to_confirm_in_french(std::string_view what);

}  // namespace preau::central
