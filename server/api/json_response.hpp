// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"
#include "json/value.hpp"

namespace preau::api {

http::Response json_response(int status, const json::Value& body,
                             std::string_view content_type = "application/json");

}  // namespace preau::api
