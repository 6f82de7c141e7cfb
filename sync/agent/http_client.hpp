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
};

struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string body{};

    /// Value of the first header of that name (in lower case); empty when there is none.
    std::string_view header(std::string_view name) const;
};

/// How requests leave the machine.
enum class Proxy { none, from_environment };

struct HttpClientConfig {
    Proxy proxy = Proxy::none;
    std::size_t answer_bytes_max = 1024 * 1024;
    Duration connect_timeout = seconds(10);
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

    /// Any status is an answer. An environment error: no connection, a time-out, given up, an
    /// answer cut short or longer than answer_bytes_max.
    Result<HttpAnswer> send(const HttpRequest& request);

  private:
    class Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace preau::agent
