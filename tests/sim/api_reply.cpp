// SPDX-License-Identifier: Apache-2.0
#include "sim/api_reply.hpp"

#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace preau::sim {

namespace {

constexpr std::int64_t kAny = json::kIntegerMax;

/// isPassing of web/shared/api/outcome.ts.
bool is_passing(int status) {
    return status >= 500 || status == 429 || status == 408 || status == 423;
}

Duration retry_after(const http::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Retry-After") return seconds(std::stoi(value));
    return {};
}

}  // namespace

ApiReply read_reply(const std::optional<http::Response>& response) {
    if (!response) return {};
    if (is_passing(response->status)) return {0, {}, retry_after(*response)};
    auto body = json::read(response->body);
    return {response->status, body ? std::move(*body) : json::Value(), {}};
}

std::string refusal_code(const http::Response& refusal) {
    const auto problem = json::read(refusal.body);
    return problem ? text_of(*problem, "code") : std::string();
}

http::Request make_request(http::Method method, std::string path, std::string peer,
                           const json::Value& body) {
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    request.peer = std::move(peer);
    request.host = "examen.lan:8080";
    if (method == http::Method::get) return request;
    request.origin = "http://examen.lan:8080";
    request.x_preau = true;
    request.content_type = "application/json";
    request.body = json::write(body);
    return request;
}

namespace {

std::optional<room::AnswerReceipt::EpochSignature> read_signature(const json::Value& value,
                                                                  json::Fields& outer) {
    if (value.is_null()) return std::nullopt;
    json::Fields fields(value);
    room::AnswerReceipt::EpochSignature signature;
    signature.epoch = static_cast<std::uint32_t>(fields.integer("epoch", 1, kAny));
    const auto bytes = to_array<64>(fields.base64("bytes", 64));
    if (bytes) signature.bytes = *bytes;
    if (!bytes) fields.refuse("bytes", "malformed", "");
    outer.close(fields);
    return signature;
}

}  // namespace

std::optional<room::AnswerReceipt> read_receipt(const json::Value& value) {
    json::Fields fields(value);
    room::AnswerReceipt receipt;
    receipt.answer.epoch = static_cast<std::uint32_t>(fields.integer("epoch", 1, kAny));
    receipt.answer.sequence = static_cast<std::uint64_t>(fields.integer("seq", 0, kAny));
    receipt.answer.leaf = fields.hex<32>("leaf");
    receipt.answer.tick = {fields.integer("tick", 0, kAny)};
    receipt.signature = read_signature(fields.value("signature"), fields);
    if (fields.finish()) return std::nullopt;
    return receipt;
}

const json::Value& member(const json::Value& value, std::string_view name) {
    static const json::Value nothing;
    const auto* found = value.find(name);
    return found == nullptr ? nothing : *found;
}

std::string text_of(const json::Value& value, std::string_view name) {
    const auto* text = member(value, name).text();
    return text == nullptr ? std::string() : *text;
}

std::int64_t integer_of(const json::Value& value, std::string_view name) {
    const auto* integer = member(value, name).integer();
    return integer == nullptr ? 0 : *integer;
}

bool is_set(const json::Value& value, std::string_view name) {
    const auto* flag = member(value, name).boolean();
    return flag != nullptr && *flag;
}

const json::Array& array_of(const json::Value& value, std::string_view name) {
    static const json::Array nothing;
    const auto* array = member(value, name).array();
    return array == nullptr ? nothing : *array;
}

}  // namespace preau::sim
