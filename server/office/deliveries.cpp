// SPDX-License-Identifier: Apache-2.0
#include "office/deliveries.hpp"

#include "base/file.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

#include <algorithm>
#include <array>

namespace preau::office {

namespace {

constexpr std::size_t kFileBytesMax = 1024 * 1024;
constexpr std::size_t kSessionsMax = 1000;
constexpr std::size_t kWordsBytesMax = 600;
constexpr std::array<std::string_view, 5> kStates = {"waiting", "sending", "stored", "accepted",
                                                     "refused"};

std::optional<WallTime> read_time(json::Fields& fields, std::string_view name) {
    const auto text = fields.optional_text(name, 32);
    if (!text) return std::nullopt;
    const auto time = from_iso8601(*text);
    if (!time) fields.refuse(name, "malformed", "");
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<DeliveryTrouble> read_trouble(json::Fields& outer) {
    const auto* value = outer.optional_value("error");
    if (value == nullptr || value->is_null()) return std::nullopt;
    json::Fields fields(*value, outer.path("error"));
    DeliveryTrouble trouble;
    trouble.code = fields.text("code", 64);
    trouble.message = fields.text("message", kWordsBytesMax);
    trouble.said = fields.text("said", kWordsBytesMax);
    outer.close(fields);
    return trouble;
}

Delivery read_delivery(json::Fields& fields) {
    Delivery delivery;
    delivery.state = fields.text("state", 16);
    if (std::ranges::find(kStates, delivery.state) == kStates.end())
        fields.refuse("state", "unknown", "");
    delivery.bytes_sent = fields.integer("bytes_sent", 0, json::kIntegerMax);
    delivery.bytes_total = fields.integer("bytes_total", 0, json::kIntegerMax);
    delivery.trouble = read_trouble(fields);
    delivery.tried_at = read_time(fields, "tried_at");
    delivery.next_try = read_time(fields, "next_try");
    return delivery;
}

std::optional<StickNews> read_stick(json::Fields& outer) {
    const auto* value = outer.optional_value("stick");
    if (value == nullptr || value->is_null()) return std::nullopt;
    json::Fields fields(*value, outer.path("stick"));
    StickNews stick;
    stick.is_here = fields.boolean("here");
    stick.carried = fields.integer("carried", 0, kSessionsMax);
    stick.waiting = fields.integer("waiting", 0, kSessionsMax);
    stick.taken = fields.integer("taken", 0, json::kIntegerMax);
    stick.trouble = read_trouble(fields);
    if (const auto at = read_time(fields, "at")) stick.at = *at;
    outer.close(fields);
    return stick;
}

void read_contact(json::Fields& outer, DeliveryNews& news) {
    json::Fields fields(outer.value("contact"), outer.path("contact"));
    news.answered_at = read_time(fields, "answered_at");
    news.line = read_trouble(fields);
    outer.close(fields);
}

DeliveryNews read_news(json::Fields& document) {
    DeliveryNews news;
    document.integer("v", 1, 1);
    read_contact(document, news);
    news.stick = read_stick(document);
    const auto& array = document.array("deliveries", kSessionsMax);
    for (std::size_t i = 0; i < array.size(); ++i) {
        json::Fields fields(array[i], document.path("deliveries", i));
        const auto session = fields.hex<16>("session");
        news.by_session[to_hex(session)] = read_delivery(fields);
        document.close(fields);
    }
    return news;
}

}  // namespace

std::optional<DeliveryNews> read_deliveries(const std::filesystem::path& inbox) {
    const auto bytes = read_file(inbox / "deliveries.json", kFileBytesMax);
    const auto document = bytes ? json::read(as_text(*bytes)) : fail(bytes.error());
    if (!document) return std::nullopt;
    json::Fields fields(*document);
    auto news = read_news(fields);
    return fields.finish() ? std::nullopt : std::optional(std::move(news));
}

Result<void> ask_to_try_now(const std::filesystem::path& outbox, WallTime now) {
    return write_file(outbox / "try-now", as_bytes(to_iso8601(now)));
}

}  // namespace preau::office
