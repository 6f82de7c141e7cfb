// SPDX-License-Identifier: Apache-2.0
#include "http/connection.hpp"

#include "http/head_parser.hpp"
#include "http/live_stream.hpp"
#include "http/problem.hpp"
#include "http/reply_slot.hpp"
#include "http/response_bytes.hpp"
#include "http/wakeup.hpp"

#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <optional>
#include <utility>

namespace preau::http {
namespace {

namespace asio = boost::asio;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::size_t kReadBytes = 8 * 1024;
/// More than this after a refusal is not read: the peer then sees a reset instead of the answer.
constexpr std::size_t kLingerBytesMax = 256 * 1024;

/// The bytes of a body, counted while it is being read.
class BodyPlace {
  public:
    BodyPlace(ServerParts& parts, std::size_t bytes) : parts_(parts), bytes_(bytes) {
        parts_.bodies_bytes += bytes_;
    }
    ~BodyPlace() { parts_.bodies_bytes -= bytes_; }
    BodyPlace(const BodyPlace&) = delete;
    BodyPlace& operator=(const BodyPlace&) = delete;

    bool is_free() const {
        const auto limit = parts_.config.bodies_bytes_max;
        return limit == 0 || bytes_ == 0 || parts_.bodies_bytes <= limit;
    }

  private:
    ServerParts& parts_;
    std::size_t bytes_;
};

/// One connection's state. It lives in the frame of serve_connection and never moves.
class Connection final : public Stoppable {
  public:
    Connection(Channel& channel, std::string peer, ServerParts& parts,
               asio::any_io_executor executor)
        : channel_(channel),
          peer_(std::move(peer)),
          parts_(parts),
          executor_(std::move(executor)),
          wakeup_(executor_) {
        parts_.connections.add(*this);
    }
    ~Connection() override { parts_.connections.remove(*this); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    asio::awaitable<void> serve();

    void wind_down() override {
        if (idle_) abort();
    }
    void abort() override {
        aborted_ = true;
        channel_.close();
        wakeup_.ring();
    }

  private:
    enum class Read {
        whole,
        ended,  ///< nothing to answer: the peer left between two requests, or the server stops
        refused,
    };

    asio::awaitable<bool> serve_one(bool last);
    asio::awaitable<Read> read_request();
    asio::awaitable<Read> read_head();
    asio::awaitable<Read> read_body();
    asio::awaitable<bool> fill();
    asio::awaitable<bool> ask_dispatcher();
    asio::awaitable<bool> answer(bool closes);
    asio::awaitable<void> stream();
    asio::awaitable<void> linger();

    Read refuse(int status) {
        response_ = problem(status);
        return Read::refused;
    }
    Read refuse_cut_short() { return refuse(channel_.deadline_passed() ? 408 : 400); }
    void receive(Response response);
    const Deadlines& deadlines() const { return parts_.config.deadlines; }

    Channel& channel_;
    std::string peer_;
    ServerParts& parts_;
    asio::any_io_executor executor_;
    Wakeup wakeup_;

    std::array<char, kReadBytes> chunk_;
    std::string input_;  ///< received and not yet used; empty between two requests
    std::size_t head_bytes_ = 0;
    Admission admission_;
    std::optional<Response> response_;
    std::unique_ptr<Subscription> subscription_;
    bool head_only_ = false;
    bool idle_ = false;
    bool aborted_ = false;  ///< closed, or not worth a last word
};

/// Ends when: the peer leaves, or stops reading; a deadline passes; a request is refused; either
/// side asks to close; the cap on requests is reached; a stream ends; the server stops.
asio::awaitable<void> Connection::serve() {
    bool more = true;
    for (auto left = parts_.config.requests_per_connection_max; more; --left)
        more = co_await serve_one(left <= 1);
    if (!aborted_) co_await linger();
    channel_.close();
}

/// True when another request may follow.
asio::awaitable<bool> Connection::serve_one(bool last) {
    response_.reset();
    head_only_ = false;
    const Read read = co_await read_request();
    if (read == Read::ended) {
        aborted_ = true;
        co_return false;
    }
    if (read == Read::refused) {
        co_await answer(true);
        co_return false;
    }
    const bool answered = co_await ask_dispatcher();
    if (!answered) co_return false;
    if (subscription_) {
        co_await stream();
        co_return false;
    }
    const bool closes = last || !admission_.keep_alive || parts_.connections.stopping();
    const bool sent = co_await answer(closes);
    co_return sent && !closes;
}

asio::awaitable<Connection::Read> Connection::read_request() {
    Read read = co_await read_head();
    if (read != Read::whole) co_return read;
    const auto head = parse_head(std::string_view(input_).substr(0, head_bytes_));
    if (!head) co_return refuse(head.error().status);
    auto admitted = admit(*head, parts_.rules);
    if (!admitted) co_return refuse(admitted.error().status);
    admission_ = std::move(*admitted);
    head_only_ = admission_.request.method == Method::head;
    input_.erase(0, head_bytes_);
    co_return co_await read_body();
}

asio::awaitable<Connection::Read> Connection::read_head() {
    input_.clear();
    if (parts_.connections.stopping()) co_return Read::ended;
    channel_.set_deadline(deadlines().idle);
    idle_ = true;
    const bool begun = co_await fill();
    idle_ = false;
    if (!begun || aborted_) co_return Read::ended;
    channel_.set_deadline(deadlines().header);
    if (input_.starts_with("\r\n")) input_.erase(0, 2);  // RFC 9112 §2.2

    std::size_t searched = 0;
    for (;;) {
        const auto end = input_.find("\r\n\r\n", searched);
        head_bytes_ = end == std::string::npos ? input_.size() : end + 4;
        if (head_bytes_ > limits::http_header_bytes_max) co_return refuse(431);
        if (end != std::string::npos) co_return Read::whole;
        searched = input_.size() < 3 ? 0 : input_.size() - 3;
        const bool received = co_await fill();
        if (!received) co_return aborted_ ? Read::ended : refuse_cut_short();
    }
}

/// The body is what Content-Length says: the gate lets no other framing through.
asio::awaitable<Connection::Read> Connection::read_body() {
    const BodyPlace place(parts_, admission_.body_bytes);
    if (!place.is_free()) co_return refuse(503);
    channel_.set_deadline(deadlines().body);
    if (admission_.expects_continue && input_.size() < admission_.body_bytes) {
        const bool sent = co_await channel_.write(kContinue, std::string_view());
        if (!sent) co_return Read::ended;
    }
    while (input_.size() < admission_.body_bytes) {
        const bool received = co_await fill();
        if (!received) co_return aborted_ ? Read::ended : refuse_cut_short();
    }
    // No browser pipelines; what follows a request unasked is how requests are smuggled. Only the
    // line break that some old clients add after a body is let pass.
    const auto extra = std::string_view(input_).substr(admission_.body_bytes);
    if (!extra.empty() && extra != "\r\n") co_return refuse(400);
    input_.resize(admission_.body_bytes);
    admission_.request.body = std::exchange(input_, std::string());
    admission_.request.peer = peer_;
    co_return Read::whole;
}

asio::awaitable<bool> Connection::fill() {
    const auto count = co_await channel_.read_some(chunk_);
    input_.append(chunk_.data(), count);
    co_return count != 0;
}

/// False when the connection was aborted meanwhile.
asio::awaitable<bool> Connection::ask_dispatcher() {
    channel_.clear_deadline();
    ReplySlot slot(executor_, [this](Response response) { receive(std::move(response)); });
    parts_.dispatcher.dispatch(std::exchange(admission_.request, Request()), slot.make_reply());
    while (!response_ && !aborted_) co_await wakeup_.wait();
    co_return !aborted_;
}

/// Subscribes at once, not when the coroutine next runs: an event posted right behind the reply
/// must not fall between the two.
void Connection::receive(Response response) {
    response_ = std::move(response);
    if (response_->stream_topic && !head_only_) {
        const auto& topic = *response_->stream_topic;
        subscription_ = parts_.streams.subscribe(topic, response_->first_events);
        if (parts_.connections.stopping()) parts_.streams.end(topic);
    }
    wakeup_.ring();
}

/// False when the peer did not take it.
asio::awaitable<bool> Connection::answer(bool closes) {
    channel_.set_deadline(deadlines().write);
    const std::string head = head_bytes(*response_, Framing::length, closes);
    const auto body = head_only_ ? std::string_view() : body_of(*response_);
    const bool sent = co_await channel_.write(head, body);
    if (!sent) aborted_ = true;
    co_return sent;
}

asio::awaitable<void> Connection::stream() {
    response_->headers.emplace_back("Content-Type", "text/event-stream");
    const std::string head = head_bytes(*response_, Framing::chunked, true);
    channel_.set_deadline(deadlines().write);
    bool taken = co_await channel_.write(head, std::string_view());
    channel_.clear_deadline();
    if (taken) {
        LiveStream live(channel_, *subscription_, deadlines(), executor_);
        taken = co_await live.send_until_end();
    }
    subscription_.reset();
    if (!taken) aborted_ = true;
}

/// Closing with unread bytes resets the connection and may destroy the answer on its way: say that
/// nothing more comes, then wait a little for the peer's own end.
asio::awaitable<void> Connection::linger() {
    channel_.finish_writing();
    channel_.set_deadline(deadlines().linger);
    for (std::size_t drained = 0; drained < kLingerBytesMax;) {
        const auto count = co_await channel_.read_some(chunk_);
        if (count == 0) co_return;
        drained += count;
    }
}

}  // namespace

asio::awaitable<void> serve_connection(std::unique_ptr<Channel> channel, std::string peer,
                                       ConnectionGuard::Place place, ServerParts* parts) {
    const ConnectionGuard::Place held = std::move(place);
    const auto executor = co_await asio::this_coro::executor;
    Connection connection(*channel, std::move(peer), *parts, executor);
    co_await connection.serve();
}

}  // namespace preau::http
