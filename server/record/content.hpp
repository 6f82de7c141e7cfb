// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/content.hpp"
#include "pack/pack.hpp"

namespace preau::record {

/// What the exam's rules need of a pack: its questions that can be answered without the internet.
exam::Content content_of(const pack::Pack& pack);

}  // namespace preau::record
