// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace preau::importers {

/// Reads XML that may come from anybody: bounded in size and depth, without any DOCTYPE, so that
/// no entity can grow. The message names the line.
Result<void> read_xml(std::string_view text, pugi::xml_document& document);

/// Name of a node without its prefix, as QTI 2 and QTI 3 both have it once made alike:
/// "simpleChoice" and "qti-simple-choice" → "simplechoice".
std::string plain_name(const pugi::xml_node& node);

/// Value of an attribute whose plain name is that; empty without one.
std::string plain_attribute(const pugi::xml_node& node, std::string_view name);

/// Every descendant with that plain name, in document order.
std::vector<pugi::xml_node> descendants(const pugi::xml_node& node, std::string_view name);

/// What is inside the node, as written.
std::string inner_xml(const pugi::xml_node& node);

}  // namespace preau::importers
