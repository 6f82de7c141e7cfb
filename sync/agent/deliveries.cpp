// SPDX-License-Identifier: Apache-2.0
#include "agent/deliveries.hpp"

#include "base/check.hpp"
#include "base/file.hpp"
#include "base/log.hpp"
#include "json/write.hpp"

namespace preau::agent {

namespace {

constexpr Duration kBetweenWrites = seconds(1);

json::Value time_or_null(const std::optional<WallTime>& time) {
    return time ? json::Value(to_iso8601(*time)) : json::Value();
}

json::Value error_view(const Obstacle& obstacle) {
    if (obstacle.trouble == Trouble::none) return {};
    return json::Object{{"code", word(obstacle.trouble)},
                        {"message", sentence(obstacle.trouble)},
                        {"said", obstacle.said}};
}

json::Value delivery_view(const std::string& session, const Delivery& delivery) {
    return json::Object{{"session", session},
                        {"state", word(delivery.state)},
                        {"bytes_sent", delivery.bytes_sent},
                        {"bytes_total", delivery.bytes_total},
                        {"error", error_view(delivery.last)},
                        {"tried_at", time_or_null(delivery.tried_at)},
                        {"next_try", time_or_null(delivery.next_try)}};
}

json::Value contact_view(const Contact& contact) {
    return json::Object{{"answered_at", time_or_null(contact.answered_at)},
                        {"error", error_view(contact.last)}};
}

json::Value stick_view(const std::optional<StickNews>& stick) {
    if (!stick) return {};
    return json::Object{{"here", stick->is_here},           {"carried", stick->carried},
                        {"waiting", stick->waiting},        {"taken", stick->taken},
                        {"error", error_view(stick->last)}, {"at", to_iso8601(stick->at)}};
}

}  // namespace

std::string_view word(DeliveryState state) {
    switch (state) {
        case DeliveryState::waiting:
            return "waiting";
        case DeliveryState::sending:
            return "sending";
        case DeliveryState::stored:
            return "stored";
        case DeliveryState::accepted:
            return "accepted";
        case DeliveryState::refused:
            return "refused";
    }
    PREAU_UNREACHABLE();
}

Deliveries::Deliveries(std::filesystem::path file, Clock& clock)
    : file_(std::move(file)), clock_(clock) {}

std::string Deliveries::text() const {
    json::Array deliveries;
    for (const auto& [session, delivery] : all_)
        deliveries.push_back(delivery_view(session, delivery));
    return json::write(json::Object{{"v", 1},
                                    {"contact", contact_view(contact)},
                                    {"stick", stick_view(stick)},
                                    {"deliveries", std::move(deliveries)}});
}

void Deliveries::write() {
    auto now_text = text();
    if (now_text == written_) return;
    const auto done = write_file(file_, as_bytes(now_text));
    if (!done && !complained_)
        log::error("deliveries.not_written", {{"why", done.error().message}});
    complained_ = !done;
    if (!done) return;
    written_ = std::move(now_text);
    written_at_ = clock_.boot_now();
}

void Deliveries::write_now_and_then() {
    if (!written_at_ || clock_.boot_now() - *written_at_ >= kBetweenWrites) write();
}

}  // namespace preau::agent
