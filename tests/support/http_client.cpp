// SPDX-License-Identifier: Apache-2.0
#include "support/http_client.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace preau::test {
namespace {

constexpr int kPatienceSeconds = 5;

std::string lower(std::string text) {
    for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

HttpAnswer parse_head(const std::string& head) {
    HttpAnswer answer;
    if (head.starts_with("HTTP/1.1 ")) answer.status = std::stoi(head.substr(9, 3));
    for (auto line = head.find("\r\n"); line + 2 < head.size();
         line = head.find("\r\n", line + 2)) {
        const auto end = head.find("\r\n", line + 2);
        const auto text = head.substr(line + 2, end - line - 2);
        const auto colon = text.find(": ");
        if (colon != std::string::npos)
            answer.headers[lower(text.substr(0, colon))] = text.substr(colon + 2);
    }
    return answer;
}

}  // namespace

HttpClient::HttpClient(std::uint16_t port, const std::string& address) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{kPatienceSeconds, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int at_once = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(port);
    ::inet_pton(AF_INET, address.c_str(), &peer.sin_addr);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&peer), sizeof peer) == 0)
        socket_ = fd;
    else
        ::close(fd);
}

HttpClient::~HttpClient() {
    if (socket_ >= 0) ::close(socket_);
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      closed_(other.closed_),
      reset_(other.reset_),
      last_chunk_seen_(other.last_chunk_seen_),
      input_(std::move(other.input_)),
      events_(std::move(other.events_)) {}

bool HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void HttpClient::half_close() { ::shutdown(socket_, SHUT_WR); }

void HttpClient::reset() {
    const linger hard{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(std::exchange(socket_, -1));
}

void HttpClient::shrink_receive_buffer() {
    const int smallest = 1;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest);
}

std::optional<HttpAnswer> HttpClient::request(const std::string& method, const std::string& target,
                                              const std::string& header_lines,
                                              const std::string& body) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + header_lines;
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    if (!send(text + "\r\n" + body)) return std::nullopt;
    return read_answer(method == "HEAD");
}

bool HttpClient::fill() {
    std::array<char, 16384> chunk;
    const auto count = ::recv(socket_, chunk.data(), chunk.size(), 0);
    reset_ = count < 0 && errno == ECONNRESET;
    closed_ = count == 0 || reset_;
    if (count <= 0) return false;
    input_.append(chunk.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<std::string> HttpClient::read_until(std::string_view end) {
    for (;;) {
        const auto found = input_.find(end);
        if (found != std::string::npos) return read_count(found + end.size());
        if (!fill()) return std::nullopt;
    }
}

std::optional<std::string> HttpClient::read_count(std::size_t count) {
    while (input_.size() < count)
        if (!fill()) return std::nullopt;
    auto taken = input_.substr(0, count);
    input_.erase(0, count);
    return taken;
}

std::optional<HttpAnswer> HttpClient::read_head() {
    const auto head = read_until("\r\n\r\n");
    if (!head) return std::nullopt;
    return parse_head(*head);
}

std::optional<HttpAnswer> HttpClient::read_answer(bool head_only) {
    auto answer = read_head();
    if (!answer || head_only) return answer;
    if (answer->header("transfer-encoding") == "chunked") {
        while (const auto chunk = read_chunk()) answer->body += *chunk;
        return answer;
    }
    const auto length = answer->header("content-length");
    const auto body = read_count(length.empty() ? 0 : std::stoul(length));
    if (!body) return std::nullopt;
    answer->body = *body;
    return answer;
}

std::optional<std::string> HttpClient::read_chunk() {
    const auto size_line = read_until("\r\n");
    if (!size_line) return std::nullopt;
    const auto size = std::stoul(*size_line, nullptr, 16);
    auto content = read_count(size + 2);
    if (!content) return std::nullopt;
    content->resize(size);
    if (size != 0) return content;
    last_chunk_seen_ = true;
    return std::nullopt;
}

std::optional<std::string> HttpClient::read_block() {
    for (;;) {
        const auto end = events_.find("\n\n");
        if (end != std::string::npos) {
            auto block = events_.substr(0, end);
            events_.erase(0, end + 2);
            return block;
        }
        if (last_chunk_seen_) return std::nullopt;
        const auto chunk = read_chunk();
        if (!chunk) return std::nullopt;
        events_ += *chunk;
    }
}

std::optional<HttpEvent> HttpClient::read_event() {
    auto block = read_block();
    while (block && block->starts_with(':')) block = read_block();
    if (!block) return std::nullopt;
    HttpEvent event;
    bool first_data_line = true;
    for (std::size_t at = 0; at < block->size();) {
        const auto end = std::min(block->find('\n', at), block->size());
        const auto line = block->substr(at, end - at);
        if (line.starts_with("id: ")) event.id = line.substr(4);
        if (line.starts_with("event: ")) event.name = line.substr(7);
        if (line.starts_with("data: "))
            event.data += (std::exchange(first_data_line, false) ? "" : "\n") + line.substr(6);
        at = end + 1;
    }
    return event;
}

bool HttpClient::readable_within(Duration time) const {
    pollfd wanted{socket_, POLLIN, 0};
    return ::poll(&wanted, 1, static_cast<int>(time.ms)) > 0;
}

std::string HttpClient::read_to_end() {
    while (fill()) continue;
    return std::exchange(input_, "");
}

bool HttpClient::closed_by_peer() {
    if (closed_) return input_.empty();
    return !fill() && closed_;
}

}  // namespace preau::test
