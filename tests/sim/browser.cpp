// SPDX-License-Identifier: Apache-2.0
#include "sim/browser.hpp"

#include "json/read.hpp"
#include "json/write.hpp"
#include "sim/api_reply.hpp"

#include <fmt/format.h>

namespace preau::sim {

namespace {

constexpr std::string_view kMe = "/api/v1/candidates/me";
constexpr Duration kBeat = seconds(2);
constexpr Duration kStreamPause = seconds(1);

json::Value no_lockdown() { return json::Object{{"kind", "none"}, {"version", ""}}; }

}  // namespace

Browser::Browser(Surroundings around, std::uint32_t candidate, std::string peer, std::uint64_t seed)
    : around_(around), candidate_(candidate), peer_(std::move(peer)), chance_(seed) {}

void Browser::open() {
    page_ = std::make_shared<Page>();
    if (token_.empty()) return;
    act();
    refresh();
}

/// screenOf of web/candidate/model/screen.ts.
Screen Browser::screen() const {
    if (!page_) return Screen::closed;
    const auto& view = page_->view;
    if (page_->elsewhere) return Screen::elsewhere;
    const auto phase = text_of(view, "phase");
    if (phase == "finished") return outbox_.empty() ? Screen::finished : Screen::sending;
    if (token_.empty()) return Screen::join;
    if (view.is_null()) return Screen::loading;
    if (text_of(view, "access") == "waiting") return Screen::waiting;
    if (phase == "authorised") return Screen::code;
    if (phase != "in_progress") return Screen::waiting;
    if (question().is_null()) return Screen::sending;
    if (is_reported()) return Screen::waiting;
    const auto number = integer_of(question(), "number");
    for (const auto& entry : outbox_)
        if (entry.answer.number == number) return Screen::sending;
    return is_set(question(), "opened") ? Screen::question : Screen::warning;
}

const json::Value& Browser::question() const { return member(page_->view, "question"); }

std::int64_t Browser::answered() const {
    return page_ && !page_->view.is_null() ? integer_of(page_->view, "answered") : 0;
}

/// Under a token of its own, so that joining again is the same joining.
void Browser::join(const std::string& session, const exam::Identity& identity) {
    if (std::exchange(page_->asking, true)) return;
    const auto token = chance_.command().hex();
    ask(request(http::Method::post, "/api/v1/candidates/join",
                json::Object{{"session", session},
                             {"token", token},
                             {"seat", ""},
                             {"lockdown", no_lockdown()},
                             {"last_name", identity.last_name},
                             {"first_name", identity.first_name},
                             {"birthdate", identity.birthdate}}),
        seconds(8), [this, token](const Reply& reply) {
            page_->asking = false;
            page_->trouble = text_of(reply.body, "code");
            if (!reply.is_done()) return;
            token_ = token;
            page_->view = {};
            page_->elsewhere = false;
            act();
            take_view(member(reply.body, "view"));
        });
}

void Browser::start(const std::string& access_code) {
    if (std::exchange(page_->asking, true)) return;
    ask(request(http::Method::post, fmt::format("{}/start", kMe),
                json::Object{{"access_code", access_code}}),
        seconds(8), [this](const Reply& reply) {
            page_->asking = false;
            page_->trouble = text_of(reply.body, "code");
            if (reply.is_done())
                take_view(reply.body);
            else
                refresh();
        });
}

void Browser::answer(const std::string& value) {
    const auto number = static_cast<int>(integer_of(question(), "number"));
    const Entry entry{chance_.command(), {candidate_, number, text_of(question(), "item"), value}};
    around_.ledger.given[entry.command] = entry.answer;
    outbox_.push_back(entry);
    advance();
}

void Browser::leave() {
    token_.clear();
    page_ = std::make_shared<Page>();
}

/// From here on the page acts for the candidate: it listens, and says that it is there.
void Browser::act() {
    listen();
    later(kBeat, [this] { beat(); });
}

void Browser::beat() {
    if (page_->elsewhere || token_.empty()) return;
    const auto token = token_;
    ask(request(http::Method::post, fmt::format("{}/heartbeat", kMe),
                json::Object{{"lockdown", no_lockdown()}}),
        seconds(4), [this, token](const Reply& reply) {
            if (token != token_) return;  // another act() has its own heartbeat
            if (reply.status == 401) return moved();
            const bool changed =
                reply.is_done() && (text_of(reply.body, "phase") != text_of(page_->view, "phase") ||
                                    member(reply.body, "holds") != member(page_->view, "holds"));
            if (changed || !page_->streaming) refresh();
            later(kBeat, [this] { beat(); });
        });
}

void Browser::listen() {
    if (page_->line) page_->line->open = false;
    page_->line = std::make_shared<Network::Line>();
    std::weak_ptr<Page> weak = page_;
    page_->line->event = [this, weak](const http::StreamEvent& event) {
        if (weak.lock() != page_) return;
        page_->streaming = true;
        if (event.name == "view") take_view(*json::read(event.data));
    };
    page_->line->ended = [this, weak](int status) {
        if (weak.lock() != page_) return;
        page_->streaming = false;
        if (status == 401) return moved();
        later(kStreamPause, [this] {
            if (!page_->elsewhere && !token_.empty()) listen();
        });
    };
    around_.network.listen(request(http::Method::get, fmt::format("{}/stream", kMe), nullptr),
                           page_->line);
}

void Browser::refresh() {
    if (token_.empty()) return;
    const auto token = token_;
    ask(request(http::Method::get, std::string(kMe), nullptr), seconds(5),
        [this, token](const Reply& reply) {
            if (token != token_) return;
            if (reply.is_done()) take_view(reply.body);
            if (reply.status == 401) moved();
        });
}

/// What has been overtaken on its way is not shown (web/candidate/model/newer.ts).
void Browser::take_view(const json::Value& view) {
    const auto& current = page_->view;
    const bool was_over = text_of(current, "phase") == "finished";
    if (was_over && text_of(view, "phase") != "finished") return;
    if (!current.is_null() && integer_of(view, "answered") < integer_of(current, "answered"))
        return;
    if (integer_of(member(view, "candidate"), "number") != candidate_)
        around_.violations.push_back(
            fmt::format("candidate {} is shown another one's page", candidate_));
    page_->view = view;
    page_->may_send = text_of(view, "access") == "granted";
    if (screen() == Screen::finished) forget();
    if (page_->may_send) advance();
}

/// The test is over and everything has arrived: nothing of it stays on this PC.
void Browser::forget() {
    token_.clear();
    if (page_->line) page_->line->open = false;
}

void Browser::moved() {
    if (page_->line) page_->line->open = false;
    page_->elsewhere = true;
}

void Browser::advance() {
    if (outbox_.empty() || page_->flying || !page_->may_send || page_->pausing) return;
    page_->flying = true;
    const auto entry = outbox_.front();
    auto put = request(http::Method::put, fmt::format("{}/answers/{}", kMe, entry.answer.number),
                       json::Object{{"item", entry.answer.item}, {"value", entry.answer.value}});
    put.idempotency_key = entry.command.hex();
    ask(std::move(put), seconds(5), [this, entry](const Reply& reply) {
        page_->flying = false;
        settle(entry, reply);
    });
}

/// web/candidate/outbox: only a reply of the box takes an answer off the disk.
void Browser::settle(const Entry& entry, const Reply& reply) {
    if (reply.status == 0) return retry_later(reply.retry_after);
    page_->failures = 0;
    if (reply.status == 401) {
        page_->may_send = false;
        return moved();
    }
    if (reply.is_done())
        acknowledge(entry, reply.body);
    else
        around_.ledger.refused.insert(entry.command);
    if (!outbox_.empty() && outbox_.front().command == entry.command) outbox_.pop_front();
    if (reply.is_done())
        take_view(member(reply.body, "view"));
    else
        refresh();
    advance();
}

void Browser::acknowledge(const Entry& entry, const json::Value& body) {
    const auto receipt = read_receipt(member(body, "receipt"));
    if (!receipt) around_.violations.push_back("a reply without a readable receipt");
    if (receipt) around_.ledger.acknowledged.push_back({entry.command, entry.answer, *receipt});
}

void Browser::retry_later(Duration asked) {
    const Duration full{std::min<std::int64_t>(5000, 250 << std::min(page_->failures++, 5))};
    const Duration own{full.ms - chance_.between(0, full.ms / 4)};
    page_->pausing = true;
    later(std::max(asked, own), [this] {
        page_->pausing = false;
        advance();
    });
}

http::Request Browser::request(http::Method method, std::string path,
                               const json::Value& body) const {
    auto request = make_request(method, std::move(path), peer_, body);
    if (!token_.empty()) request.authorization = "Bearer " + token_;
    return request;
}

void Browser::ask(http::Request request, Duration patience,
                  std::function<void(const Reply&)> outcome) {
    std::weak_ptr<Page> weak = page_;
    around_.network.ask(std::move(request), patience,
                        [this, weak, outcome = std::move(outcome)](const auto& response) {
                            if (!page_ || weak.lock() != page_) return;
                            outcome(read_reply(response));
                        });
}

void Browser::later(Duration delay, std::function<void()> act) {
    std::weak_ptr<Page> weak = page_;
    around_.scheduler.after(delay, [this, weak, act = std::move(act)] {
        if (page_ && weak.lock() == page_) act();
    });
}

}  // namespace preau::sim
