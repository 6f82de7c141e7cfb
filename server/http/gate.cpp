// SPDX-License-Identifier: Apache-2.0
#include "http/gate.hpp"

#include "base/limits.hpp"
#include "http/tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace preau::http {
namespace {

// A second copy of one of these is how two readers are made to disagree.
constexpr std::array kSingleFields = {
    "host",          "content-length", "content-type",  "authorization",   "idempotency-key",
    "x-preau",       "origin",         "if-none-match", "last-event-id",   "expect",
    "tus-resumable", "upload-length",  "upload-offset", "upload-checksum", "upload-metadata",
    "cookie",
};

std::size_t count(const Head& head, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(
        head.fields.begin(), head.fields.end(),
        [name](const Field& field) { return equal_ignoring_case(field.name, name); }));
}

std::string_view value_of(const Head& head, std::string_view name) {
    for (const auto& field : head.fields)
        if (equal_ignoring_case(field.name, name)) return field.value;
    return {};
}

bool any_token(const Head& head, std::string_view name, std::string_view token) {
    return std::any_of(head.fields.begin(), head.fields.end(), [&](const Field& field) {
        return equal_ignoring_case(field.name, name) && list_has_token(field.value, token);
    });
}

int check_fields(const Head& head) {
    if (head.fields.size() > limits::http_fields_max) return 431;
    // Proxies and CGI-like readers take '_' for '-': X_Preau must not pass for X-Preau.
    const auto ambiguous = [](const Field& field) {
        return field.name.find('_') != std::string::npos;
    };
    if (std::any_of(head.fields.begin(), head.fields.end(), ambiguous)) return 400;
    for (const auto* name : kSingleFields)
        if (count(head, name) > 1) return 400;
    return 0;
}

int check_host(const Head& head, const GateRules& rules) {
    if (count(head, "host") != 1) return 400;
    const auto name = host_name(value_of(head, "host"));
    if (!name) return 400;
    const bool ours = rules.hosts.empty() ||
                      std::find(rules.hosts.begin(), rules.hosts.end(), *name) != rules.hosts.end();
    return ours ? 0 : 421;
}

std::optional<Method> allowed_method(std::string_view method, bool accepts_patch) {
    if (method == "GET") return Method::get;
    if (method == "HEAD") return Method::head;
    if (method == "POST") return Method::post;
    if (method == "PUT") return Method::put;
    if (method == "PATCH" && accepts_patch) return Method::patch;
    return std::nullopt;
}

int check_target(std::string_view target) {
    if (target.size() > limits::http_target_bytes_max) return 414;
    if (target.empty() || target.front() != '/') return 400;
    const auto foreign = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte >= 0x7f || c == '#' || c == '\\';
    };
    return std::any_of(target.begin(), target.end(), foreign) ? 400 : 0;
}

int check_expect(const Head& head) {
    if (count(head, "expect") == 0) return 0;
    return equal_ignoring_case(value_of(head, "expect"), "100-continue") ? 0 : 417;
}

/// Everything that needs no more than the head; 0 when there is nothing to refuse.
int check_head(const Head& head, const GateRules& rules) {
    if (head.version != 11) return 505;
    if (count(head, "transfer-encoding") != 0) return 501;
    if (const int status = check_fields(head)) return status;
    if (const int status = check_host(head, rules)) return status;
    if (!allowed_method(head.method, rules.accepts_patch)) return 405;
    if (const int status = check_target(head.target)) return status;
    return check_expect(head);
}

Result<std::size_t, Refused> body_length(const Head& head) {
    if (count(head, "content-length") == 0) return std::size_t{0};
    const auto text = value_of(head, "content-length");
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
    if (!digits) return fail(Refused{400});
    std::size_t length = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), length);
    if (read.ec != std::errc{}) return fail(Refused{413});
    return length;
}

std::size_t body_limit(const GateRules& rules, const Request& request) {
    if (rules.body_bytes_max) return rules.body_bytes_max(request.method, request.path);
    const bool carries = request.method == Method::post || request.method == Method::put;
    return carries ? limits::http_body_bytes_max : 0;
}

Request copy_request(const Head& head) {
    Request request;
    request.method = *allowed_method(head.method, true);  // check_head let it pass
    const auto question = head.target.find('?');
    request.path = head.target.substr(0, question);
    if (question != std::string::npos) request.query = head.target.substr(question + 1);
    request.authorization = value_of(head, "authorization");
    request.idempotency_key = value_of(head, "idempotency-key");
    request.content_type = value_of(head, "content-type");
    request.if_none_match = value_of(head, "if-none-match");
    request.origin = value_of(head, "origin");
    request.last_event_id = value_of(head, "last-event-id");
    request.host = lower_case(value_of(head, "host"));
    request.tus_resumable = value_of(head, "tus-resumable");
    request.upload_length = value_of(head, "upload-length");
    request.upload_offset = value_of(head, "upload-offset");
    request.upload_checksum = value_of(head, "upload-checksum");
    request.upload_metadata = value_of(head, "upload-metadata");
    request.cookie = value_of(head, "cookie");
    request.x_preau = value_of(head, "x-preau") == "1";
    request.accepts_gzip = accepts_gzip(value_of(head, "accept-encoding"));
    return request;
}

}  // namespace

Result<Admission, Refused> admit(const Head& head, const GateRules& rules) {
    if (const int status = check_head(head, rules)) return fail(Refused{status});
    const auto length = body_length(head);
    if (!length) return fail(length.error());

    Admission admission;
    admission.request = copy_request(head);
    admission.body_bytes = *length;
    if (*length > body_limit(rules, admission.request)) return fail(Refused{413});
    admission.keep_alive = !any_token(head, "connection", "close");
    admission.expects_continue = count(head, "expect") != 0;
    return admission;
}

}  // namespace preau::http
