// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace preau::central {

using FormFields = std::map<std::string, std::string, std::less<>>;

/// application/x-www-form-urlencoded, as browsers send a form. Nothing when a name comes twice, an
/// escape is none, a text is not UTF-8 or holds U+0000, or there are more than 32 fields.
std::optional<FormFields> read_form(std::string_view body);

/// The field without blanks around it; empty when absent.
std::string field(const FormFields& fields, std::string_view name);

/// The value of that cookie in a Cookie header; empty when absent.
std::string_view cookie_value(std::string_view header, std::string_view name);

}  // namespace preau::central
