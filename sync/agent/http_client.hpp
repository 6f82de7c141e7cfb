// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace preau::agent {

struct HttpRequest {
    std::string method = "GET";
    std::string url;  ///< http or https
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    Duration timeout = seconds(30);  ///< from the call to the last byte of the answer
    /// Set: takes the body of an answer 200 or 206, piece by piece; false gives the request up.
    std::function<bool(int status, std::string_view piece)> sink{};
};

struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string body{};

    /// Value of the first header of that name (in lower case); empty when there is none.
    std::string_view header(std::string_view name) const;
};

/// What the line did instead of bringing an answer.
enum class LineFault {
    bad_address,  ///< not http(s), or no address at all: nobody was asked
    unresolved,   ///< the name is unknown to this network
    unreachable,  ///< nobody takes the connection
    untrusted,    ///< TLS: somebody else answers at the address
    too_slow,     ///< too long, or not a byte for a minute
    cut,          ///< broken in the middle, or not HTTP
    too_long,     ///< the answer is longer than accepted, or its taker gave up
    given_up,     ///< is_cancelled said so
};

struct LineFailure {
    LineFault fault = LineFault::cut;
    Error error;  ///< names method and address
};

/// How requests leave the machine.
enum class Proxy { none, from_environment };

struct HttpClientConfig {
    Proxy proxy = Proxy::none;
    std::size_t answer_bytes_max = 1024 * 1024;
    Duration connect_timeout = seconds(10);
    Duration stall_timeout = seconds(60);  ///< whole seconds without a byte either way
    /// Asked several times a second while a request is under way: true gives it up.
    std::function<bool()> is_cancelled{};
};

/// Speaks HTTP/1.1 to servers, one request after the other, and keeps the connection for the next
/// one. Redirections are answers like others. One thread at a time.
class HttpClient {
  public:
    explicit HttpClient(HttpClientConfig config = {});
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    /// Any status is an answer. A body leaves with its Content-Length, never in pieces.
    Result<HttpAnswer, LineFailure> exchange(const HttpRequest& request);
    /// The same for who does not care why: an environment error.
    Result<HttpAnswer> send(const HttpRequest& request);

  private:
    class Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace preau::agent
