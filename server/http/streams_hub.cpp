// SPDX-License-Identifier: Apache-2.0
#include "http/streams_hub.hpp"

#include "http/response_bytes.hpp"

namespace preau::http {

Subscription::~Subscription() {
    const auto topic = hub_.topics_.find(topic_);
    std::erase(topic->second, this);
    if (topic->second.empty()) hub_.topics_.erase(topic);
}

std::string Subscription::take(std::size_t bytes_wanted) {
    std::string taken;
    while (!frames_.empty() && taken.size() < bytes_wanted) {
        taken += *frames_.front();
        bytes_ -= frames_.front()->size();
        frames_.pop_front();
    }
    return taken;
}

void Subscription::push(const Frame& frame) {
    if (state_ != State::live) return;
    const auto& bounds = hub_.bounds_;
    const bool full = frames_.size() >= bounds.events_max ||
                      (!frames_.empty() && bytes_ + frame->size() > bounds.bytes_max);
    if (full) {
        frames_.clear();
        bytes_ = 0;
        return change_to(State::overflowed);
    }
    frames_.push_back(frame);
    bytes_ += frame->size();
    change_to(State::live);
}

void Subscription::change_to(State state) {
    state_ = state;
    if (on_change_) on_change_();
}

std::unique_ptr<Subscription> StreamsHub::subscribe(std::string topic,
                                                    const std::vector<StreamEvent>& first) {
    std::unique_ptr<Subscription> reader(new Subscription(*this, std::move(topic)));
    topics_[reader->topic_].push_back(reader.get());
    for (const auto& event : first)
        reader->push(std::make_shared<const std::string>(event_bytes(event)));
    return reader;
}

void StreamsHub::publish(const std::string& topic, const StreamEvent& event) {
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return;
    const auto frame = std::make_shared<const std::string>(event_bytes(event));
    for (auto* reader : found->second) reader->push(frame);
}

void StreamsHub::end(const std::string& topic) {
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return;
    for (auto* reader : found->second)
        if (reader->state_ == Subscription::State::live)
            reader->change_to(Subscription::State::ended);
}

void StreamsHub::end_all() {
    for (const auto& [topic, readers] : topics_) end(topic);
}

}  // namespace preau::http
