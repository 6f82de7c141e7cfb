// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace preau::importers {

/// Text of HTML with its character references replaced: numbers, the five of XML and the names that
/// French texts use. Anything else stays as written. UTF-8.
std::string decode_entities(std::string_view html);

}  // namespace preau::importers
