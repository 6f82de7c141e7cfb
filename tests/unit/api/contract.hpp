// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"
#include "unit/api/schema.hpp"

#include <vector>

namespace preau::test {

/// One address and method of docs/api/openapi.json.
struct Operation {
    std::string method;  ///< "GET"
    std::string path;    ///< "/api/v1/candidates/me/answers/{number}"
    const json::Value* value = nullptr;

    const json::Value& responses() const { return at(*value, "responses"); }
    /// Schema of the request's body, and the example of one; nullptr without a body.
    const json::Value* body() const;
    const json::Value& example() const;
    /// The security scheme, "" for anyone.
    std::string scheme() const;
};

/// docs/api/openapi.json, read once. Every answer of the suite is compared with it.
class Contract {
  public:
    static const Contract& of_the_box();

    const json::Value& document() const { return document_; }
    const std::vector<Operation>& operations() const { return operations_; }
    std::vector<std::string> codes() const;

    /// How an answer differs from what is documented for the request; empty when it does not.
    std::string difference(const http::Request& request, const http::Response& response) const;
    std::string difference_in_event(const http::StreamEvent& event) const;

  private:
    Contract();
    const json::Value& documented(const http::Request& request, int status) const;

    json::Value document_;
    std::vector<Operation> operations_;
};

std::string header(const http::Response& response, std::string_view name);

}  // namespace preau::test
