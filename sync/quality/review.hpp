// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/problem.hpp"
#include "authoring/source.hpp"

namespace preau::quality {

/// What a good source still has to correct before a session relies on it: wording that repeats
/// another question's, a wrong proposal that reads like a right one, texts of drawings that are
/// hard to read, and what the certification version promises and the questions do not cover
/// (only in a certification pack).
authoring::Problems review(const authoring::Source& source);

}  // namespace preau::quality
