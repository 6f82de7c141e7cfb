// SPDX-License-Identifier: Apache-2.0
#include "http/response_bytes.hpp"

#include "http/problem.hpp"
#include "support/catch.hpp"

namespace preau::http {
namespace {

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST_CASE("every answer carries the security headers once") {
    for (const int status : {200, 204, 304, 400, 404, 503}) {
        Response response;
        response.status = status;
        const auto head = head_bytes(response, Framing::length, false);
        CHECK(occurrences(head, "\r\nContent-Security-Policy: default-src 'none'; ") == 1);
        CHECK(occurrences(head, "\r\nX-Content-Type-Options: nosniff\r\n") == 1);
        CHECK(occurrences(head, "\r\nReferrer-Policy: no-referrer\r\n") == 1);
        CHECK(occurrences(head, "\r\nCross-Origin-Opener-Policy: same-origin\r\n") == 1);
        CHECK(occurrences(head, "\r\nCross-Origin-Resource-Policy: same-origin\r\n") == 1);
        CHECK(occurrences(head, "\r\nCache-Control: no-store\r\n") == 1);
        CHECK(head.ends_with("\r\n\r\n"));
    }
}

TEST_CASE("a header that the response holds replaces the default") {
    Response response;
    response.headers = {{"cache-control", "no-cache"}};
    const auto head = head_bytes(response, Framing::length, false);
    CHECK(occurrences(head, "no-store") == 0);
    CHECK(occurrences(head, "cache-control: no-cache\r\n") == 1);
}

TEST_CASE("a body has one length, and answers that cannot have a body have none") {
    Response response;
    response.body = "four";
    CHECK(occurrences(head_bytes(response, Framing::length, false), "Content-Length: 4\r\n") == 1);
    CHECK(occurrences(head_bytes(response, Framing::chunked, false), "Content-Length") == 0);
    response.shared_body = std::make_shared<const std::string>("shared");
    CHECK(occurrences(head_bytes(response, Framing::length, false), "Content-Length: 6\r\n") == 1);
    for (const int status : {204, 304}) {
        response.status = status;
        CHECK(occurrences(head_bytes(response, Framing::length, false), "Content-Length") == 0);
        CHECK(body_of(response).empty());
    }
}

TEST_CASE("event data is split on every kind of line end") {
    CHECK(event_bytes({"view", 7, "a\nb\r\nc\rd"}) ==
          "id: 7\nevent: view\ndata: a\ndata: b\ndata: c\ndata: d\n\n");
    CHECK(event_bytes({"", 0, ""}) == "data: \n\n");
    CHECK(event_bytes({"", 0, "\n"}) == "data: \ndata: \n\n");
    CHECK(event_bytes({"x", 0, "id: 9\n\nevent: forged"}) ==
          "event: x\ndata: id: 9\ndata: \ndata: event: forged\n\n");
}

TEST_CASE("a chunk states its length in hexadecimal") {
    CHECK(chunk_bytes("hello") == "5\r\nhello\r\n");
    CHECK(chunk_bytes(std::string(300, 'a')).starts_with("12c\r\n"));
}

TEST_CASE("an unknown status of the transport is an internal error") {
    CHECK(problem(418).status == 500);
    CHECK(problem(400).body.find("\"code\":\"malformed_request\"") != std::string::npos);
}

}  // namespace
}  // namespace preau::http
