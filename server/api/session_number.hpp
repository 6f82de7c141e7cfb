// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/fields.hpp"

#include <string>

namespace preau::api {

/// Field `session`: the digits of the session's number, with or without the `C-` that Pix puts
/// before them.
std::string read_session_number(json::Fields& fields);

}  // namespace preau::api
