// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace preau::test {

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

struct HttpEvent {
    std::string id, name, data;
};

/// A blocking client on a raw socket: it sends any bytes, also wrong ones, and waits at most five
/// seconds for whatever it reads, so that a test fails instead of hanging.
class HttpClient {
  public:
    explicit HttpClient(std::uint16_t port, const std::string& address = "127.0.0.1");
    ~HttpClient();
    HttpClient(HttpClient&& other) noexcept;
    HttpClient& operator=(HttpClient&&) = delete;

    bool connected() const { return socket_ >= 0; }
    /// False when the peer no longer takes bytes.
    bool send(std::string_view bytes);
    void half_close();
    /// Closes with a reset instead of an orderly end.
    void reset();
    /// Smallest receive buffer: the peer notices sooner that this client does not read.
    void shrink_receive_buffer();

    /// Sends a request with Host, Content-Length when there is a body, and the header lines given
    /// (each with its "\r\n"), then reads the answer.
    std::optional<HttpAnswer> request(const std::string& method, const std::string& target,
                                      const std::string& header_lines = "",
                                      const std::string& body = "");
    /// Next answer, its body by Content-Length or chunks; nothing when the peer closed or is late.
    std::optional<HttpAnswer> read_answer(bool head_only = false);
    /// Status line and headers only: the stream's events follow.
    std::optional<HttpAnswer> read_head();
    /// Next event of a chunked stream, comments skipped; nothing when the stream has ended.
    std::optional<HttpEvent> read_event();
    /// Next block of a chunked stream up to its empty line, comments too.
    std::optional<std::string> read_block();
    /// True once read_block or read_event has met the chunk that ends a stream properly.
    bool stream_ended_properly() const { return last_chunk_seen_; }

    /// False when nothing came, not even the close, in that time.
    bool readable_within(Duration time) const;
    /// Everything until the peer closes.
    std::string read_to_end();
    /// The peer closes, in order or by a reset, without sending anything more.
    bool closed_by_peer();
    /// Whether the end came as a reset, which may destroy what was on its way.
    bool was_reset() const { return reset_; }

  private:
    bool fill();
    std::optional<std::string> read_until(std::string_view end);
    std::optional<std::string> read_count(std::size_t count);
    std::optional<std::string> read_chunk();

    int socket_ = -1;
    bool closed_ = false;
    bool reset_ = false;
    bool last_chunk_seen_ = false;
    std::string input_;
    std::string events_;
};

}  // namespace preau::test
