// SPDX-License-Identifier: Apache-2.0
#include "http/live_stream.hpp"

#include "http/response_bytes.hpp"

namespace preau::http {

namespace asio = boost::asio;

namespace {
constexpr std::size_t kChunkBytesWanted = 64 * 1024;
}

LiveStream::LiveStream(Channel& channel, Subscription& subscription, const Deadlines& deadlines,
                       const asio::any_io_executor& executor)
    : channel_(channel), subscription_(subscription), deadlines_(deadlines), wakeup_(executor) {
    subscription_.on_change([this] { on_change(); });
    // A reader has nothing to say: a byte is the start of a pipelined request, and an end is an
    // end, even a half-closed one. Both mean that this stream is over.
    channel_.watch([this] {
        reader_left_ = true;
        wakeup_.ring();
    });
}

LiveStream::~LiveStream() {
    channel_.stop_watching();
    subscription_.on_change(nullptr);
}

void LiveStream::on_change() {
    // A slow reader is cut in the middle of the write that it does not take.
    if (subscription_.state() == Subscription::State::overflowed) channel_.close();
    wakeup_.ring();
}

asio::awaitable<bool> LiveStream::send_until_end() {
    while (!reader_left_) {
        std::string frames = subscription_.take(kChunkBytesWanted);
        if (frames.empty()) {
            if (subscription_.state() != Subscription::State::live) break;
            const bool rung = co_await wakeup_.wait_at_most(deadlines_.comment);
            if (rung) continue;
            frames = kKeepAliveComment;
        }
        const bool sent = co_await send(chunk_bytes(frames));
        if (!sent) co_return false;
    }
    if (reader_left_) co_return true;
    co_return co_await send(std::string(kLastChunk));
}

asio::awaitable<bool> LiveStream::send(std::string bytes) {
    channel_.set_deadline(deadlines_.write);
    const bool sent = co_await channel_.write(bytes, std::string_view());
    channel_.clear_deadline();
    co_return sent;
}

}  // namespace preau::http
