// SPDX-License-Identifier: Apache-2.0
#include "sim/browser.hpp"

#include <fmt/format.h>

/// What people do at a question, other than answer it.
namespace preau::sim {

namespace {

constexpr std::string_view kMe = "/api/v1/candidates/me";
constexpr Duration kBeat = seconds(2);

}  // namespace

void Browser::open_question() {
    if (std::exchange(page_->asking, true)) return;
    const auto number = integer_of(question(), "number");
    around_.ledger.opened.emplace(candidate_, text_of(question(), "item"));
    ask(request(http::Method::post, fmt::format("{}/questions/{}/open", kMe, number),
                json::Object{}),
        seconds(8), [this](const Reply& reply) {
            page_->asking = false;
            if (reply.is_done())
                take_view(member(reply.body, "view"));
            else
                refresh();
        });
}

void Browser::look_away() {
    const auto number = integer_of(question(), "number");
    const auto item = text_of(question(), "item");
    around_.ledger.looked_away.emplace(candidate_, item);
    report_focus_lost(number, item);
}

void Browser::report_focus_lost(std::int64_t number, const std::string& item) {
    if (!is_at(item)) return;  // it has been answered since, or set aside
    ask(request(http::Method::post, fmt::format("{}/questions/{}/focus-lost", kMe, number),
                json::Object{}),
        seconds(4), [this, number, item](const Reply& reply) {
            if (reply.is_done()) {
                const auto& view = member(reply.body, "view");
                // Who is held may look elsewhere.
                if (array_of(view, "holds").empty())
                    around_.ledger.heard_away.emplace(candidate_, item);
                take_view(view);
            } else if (reply.status == 0) {
                later(kBeat, [this, number, item] { report_focus_lost(number, item); });
            }
        });
}

bool Browser::is_reported() const { return !member(page_->view, "report").is_null(); }

void Browser::report() {
    insist_on_report(integer_of(question(), "number"), text_of(question(), "item"));
}

void Browser::insist_on_report(std::int64_t number, const std::string& item) {
    if (!is_at(item) || is_reported()) return;
    page_->asking = true;
    ask(request(http::Method::post, fmt::format("{}/questions/{}/report", kMe, number),
                json::Object{{"reason", "other"}, {"item", item}}),
        seconds(4), [this, number, item](const Reply& reply) {
            page_->asking = false;
            if (reply.is_done()) {
                around_.ledger.reports_heard.emplace(candidate_, item);
                take_view(member(reply.body, "view"));
            } else if (reply.status == 0) {
                later(kBeat, [this, number, item] { insist_on_report(number, item); });
            }
        });
}

}  // namespace preau::sim
