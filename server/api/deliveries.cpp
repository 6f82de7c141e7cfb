// SPDX-License-Identifier: Apache-2.0
#include "api/deliveries.hpp"

#include "api/json_response.hpp"
#include "api/problem.hpp"
#include "api/request_body.hpp"
#include "base/log.hpp"
#include "office/deliveries.hpp"
#include "seal/authorisation.hpp"
#include "seal/code.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

namespace preau::api {

namespace {

using json::Object;

constexpr std::int64_t kDayMs = minutes(24 * 60).ms;

json::Value time_or_null(const std::optional<WallTime>& time) {
    return time ? json::Value(to_iso8601(*time)) : json::Value();
}

json::Value trouble_view(const std::optional<office::DeliveryTrouble>& trouble) {
    if (!trouble) return {};
    return Object{{"code", trouble->code}, {"message", trouble->message}, {"said", trouble->said}};
}

/// The box made sure of the authorisation when it created the session.
Result<seal::Authorisation> authorisation_of(const room::LiveSession& session) {
    const auto payload =
        seal::unverified_payload(session.row().authorisation, seal::kAuthorisationType);
    if (!payload) return fail(payload.error());
    return seal::read_authorisation(*payload);
}

struct Deadline {
    json::Value at;
    json::Value days_left;  ///< negative once it is over; null when the box's day cannot be right
};

Deadline deadline_of(const room::LiveSession& session, WallTime now) {
    const auto authorisation = authorisation_of(session);
    if (!authorisation) return {};
    const auto at = authorisation->not_after + office::kDeliveryTime;
    if (now < authorisation->not_before) return {to_iso8601(at), {}};
    const auto left = at.ms - now.ms;
    return {to_iso8601(at), (left >= 0 ? left : left - kDayMs + 1) / kDayMs};
}

json::Value seal_code(const room::LiveSession& session) {
    const auto& checkpoint = session.checkpoint();
    if (!checkpoint) return {};
    return seal::session_code(checkpoint->size, checkpoint->root);
}

/// Received is what the box itself has verified, whatever preau-sync says.
std::string state_of(const office::Delivery& delivery, bool is_received) {
    if (is_received) return "accepted";
    return delivery.state == "accepted" ? "stored" : delivery.state;
}

json::Value view(World& world, const room::LiveSession& session, const office::Delivery& delivery) {
    const auto& sheet = session.state().sheet;
    const auto received = world.receipts.received_at(session.row().id);
    const auto deadline = deadline_of(session, world.clock.wall_now());
    return Object{{"session", session.row().id.hex()},
                  {"number", session.row().number},
                  {"site", sheet.site},
                  {"room", sheet.room},
                  {"date", sheet.date},
                  {"time", sheet.time},
                  {"candidates", session.state().candidates.size()},
                  {"seal_code", seal_code(session)},
                  {"state", state_of(delivery, received.has_value())},
                  {"bytes_sent", delivery.bytes_sent},
                  {"bytes_total", delivery.bytes_total},
                  {"error", received ? json::Value() : trouble_view(delivery.trouble)},
                  {"tried_at", time_or_null(delivery.tried_at)},
                  {"next_try", received ? json::Value() : time_or_null(delivery.next_try)},
                  {"received_at", time_or_null(received)},
                  {"deadline", deadline.at},
                  {"days_left", deadline.days_left}};
}

json::Value stick_view(const std::optional<office::StickNews>& stick) {
    if (!stick) return {};
    return Object{{"here", stick->is_here},
                  {"carried", stick->carried},
                  {"waiting", stick->waiting},
                  {"taken", stick->taken},
                  {"error", trouble_view(stick->trouble)},
                  {"at", to_iso8601(stick->at)}};
}

}  // namespace

http::Response deliveries(World& world, const Call&) {
    const auto news = office::read_deliveries(world.inbox);
    json::Array all;
    for (const auto& session : world.room.sessions()) {
        if (!session->sealed()) continue;
        office::Delivery delivery{
            .state = "waiting", .trouble = {}, .tried_at = {}, .next_try = {}};
        const auto id = session->row().id.hex();
        if (news && news->by_session.contains(id)) delivery = news->by_session.at(id);
        all.push_back(view(world, *session, delivery));
    }
    return json_response(
        200, Object{{"box_time", to_iso8601(world.clock.wall_now())},
                    {"sync_runs", news.has_value()},
                    {"answered_at", time_or_null(news ? news->answered_at : std::nullopt)},
                    {"error", news ? trouble_view(news->line) : json::Value()},
                    {"stick", news ? stick_view(news->stick) : json::Value()},
                    {"deliveries", std::move(all)}});
}

http::Response try_deliveries(World& world, const Call& call) {
    if (const auto problem = refuse_fields(call.request)) return to_response(*problem);
    if (const auto asked = office::ask_to_try_now(world.outbox, world.clock.wall_now()); !asked)
        log::warning("deliveries.not_asked", {{"why", asked.error().message}});
    return json_response(200, Object{});
}

}  // namespace preau::api
