// SPDX-License-Identifier: Apache-2.0
#include "sim/weak_box.hpp"

#include "answers/examine.hpp"
#include "api/tokens.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::sim {

namespace {

class BoxClock : public Clock {
  public:
    BoxClock(Clock& clock, bool by_wall)
        : clock_(clock), by_wall_(by_wall), origin_(clock.wall_now()) {}

    Duration boot_now() override {
        return by_wall_ ? Duration{clock_.wall_now().ms - origin_.ms} : clock_.boot_now();
    }
    WallTime wall_now() override { return clock_.wall_now(); }
    ClockQuality quality() override { return clock_.quality(); }

  private:
    Clock& clock_;
    bool by_wall_;
    WallTime origin_;
};

const exam::Candidate* sender_of(const api::World& world, const http::Request& request) {
    if (request.method != http::Method::put || request.idempotency_key.empty()) return nullptr;
    const auto token = api::bearer_token(request);
    const auto device = token ? api::find_candidate(world, *token) : std::nullopt;
    return device ? device->session->state().find(device->candidate) : nullptr;
}

bool has_answer(const exam::Candidate& candidate, const std::string& command) {
    return std::ranges::any_of(candidate.questions, [&](const exam::Question& question) {
        return question.answer && question.answer->command.hex() == command;
    });
}

}  // namespace

std::unique_ptr<Clock> clock_for(Weakness weakness, Clock& clock) {
    return std::make_unique<BoxClock>(clock, weakness == Weakness::durations_by_wall);
}

bool is_retry(const api::World& world, const http::Request& request) {
    const auto* sender = sender_of(world, request);
    return sender != nullptr && has_answer(*sender, request.idempotency_key);
}

http::Request with_fresh_command_id(const api::World& world, http::Request request) {
    const auto* sender = sender_of(world, request);
    if (sender == nullptr || !has_answer(*sender, request.idempotency_key)) return request;
    const auto* asked = sender->current();
    if (asked == nullptr) return request;
    request.path = fmt::format("/api/v1/candidates/me/answers/{}", asked->number);
    request.idempotency_key =
        to_hex(ByteView(seal::sha256(as_bytes(request.idempotency_key))).first(16));
    request.body = json::write(json::Object{{"item", asked->item}, {"value", answers::kSkipped}});
    return request;
}

http::Request without_focus_loss(http::Request request) {
    constexpr std::string_view kAct = "/focus-lost";
    if (request.path.ends_with(kAct))
        request.path.replace(request.path.size() - kAct.size(), kAct.size(), "/open");
    return request;
}

http::Request with_fresh_act_key(http::Request request, std::uint64_t count) {
    if (!request.path.starts_with("/api/v1/invigilation/")) return request;
    if (request.idempotency_key.empty()) return request;
    const auto fresh = fmt::format("{}{}", request.idempotency_key, count);
    request.idempotency_key = to_hex(ByteView(seal::sha256(as_bytes(fresh))).first(16));
    return request;
}

http::Request without_report(http::Request request) {
    constexpr std::string_view kAct = "/report";
    if (!request.path.starts_with("/api/v1/candidates/me/") || !request.path.ends_with(kAct))
        return request;
    request.path.replace(request.path.size() - kAct.size(), kAct.size(), "/open");
    request.body = "{}";
    return request;
}

}  // namespace preau::sim
