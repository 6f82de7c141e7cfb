// SPDX-License-Identifier: Apache-2.0
#include "api/json_response.hpp"

#include "json/write.hpp"

namespace preau::api {

http::Response json_response(int status, const json::Value& body, std::string_view content_type) {
    http::Response response;
    response.status = status;
    response.headers.emplace_back("Content-Type", content_type);
    response.body = json::write(body);
    return response;
}

}  // namespace preau::api
