// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"
#include "json/value.hpp"
#include "room/answer_receipt.hpp"

#include <optional>

/// The box's API as its pages read it.
namespace preau::sim {

/// What came of a request, as web/shared/api sees it: whatever may succeed later without a change
/// counts as unreachable.
struct ApiReply {
    int status = 0;  ///< 0: unreachable
    json::Value body;
    Duration retry_after;
    bool is_done() const { return status / 100 == 2; }
};
ApiReply read_reply(const std::optional<http::Response>& response);

/// Code of the problem that a refusal states.
std::string refusal_code(const http::Response& refusal);

http::Request make_request(http::Method method, std::string path, std::string peer,
                           const json::Value& body);

std::optional<room::AnswerReceipt> read_receipt(const json::Value& value);

/// A member that may be absent; null, "" and 0 then.
const json::Value& member(const json::Value& value, std::string_view name);
std::string text_of(const json::Value& value, std::string_view name);
std::int64_t integer_of(const json::Value& value, std::string_view name);
bool is_set(const json::Value& value, std::string_view name);
const json::Array& array_of(const json::Value& value, std::string_view name);

}  // namespace preau::sim
