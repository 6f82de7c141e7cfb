// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"

#include <string>

namespace preau::test {

/// Where a value differs from a schema of the document, and how; empty when it does not. Knows the
/// part of JSON Schema that docs/api/openapi.json uses; any other keyword is a difference.
std::string difference(const json::Value& document, const json::Value& schema,
                       const json::Value& value, const std::string& where = "body");

/// The schema itself, where it stands or where its $ref points to.
const json::Value& resolved(const json::Value& document, const json::Value& schema);

/// The member; the test fails when there is none.
const json::Value& at(const json::Value& value, std::string_view name);

}  // namespace preau::test
