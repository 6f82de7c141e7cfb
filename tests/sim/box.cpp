// SPDX-License-Identifier: Apache-2.0
#include "sim/box.hpp"

#include "api/problem.hpp"
#include "base/check.hpp"
#include "office/outbox.hpp"
#include "sim/weak_box.hpp"

#include <fmt/format.h>

#include <optional>

namespace preau::sim {

namespace {

constexpr Duration kTimeStep = seconds(1);
constexpr Duration kSeenStep = seconds(5);
const std::string kDatabase = "box.db";

std::string name(http::Method method) {
    return method == http::Method::get ? "GET" : method == http::Method::put ? "PUT" : "POST";
}

}  // namespace

/// All that dies with the process.
struct Box::Process {
    Process(Box& box, store::Journal opened)
        : journal(std::move(opened)),
          updates([&box](const std::string& topic,
                         const http::StreamEvent& event) { box.publish(topic, event); },
                  *box.durations_),
          room(journal, box.around_.stage.packs(),
               {box.around_.stage.box(), *box.durations_, box.entropy_}, updates),
          receipts(journal, {.name = "preau.example/central", .type = {}, .key = {}}),
          rate_limits(box.around_.plan.network_mode),
          world{room, *box.durations_, box.entropy_, rate_limits, receipts, {}} {
        updates.show_receipts(receipts);
    }

    store::Journal journal;
    api::LiveUpdates updates;
    room::Room room;
    office::Receipts receipts;
    api::RateLimits rate_limits;
    api::World world;
    Duration time_followed;
    Duration seen_announced;
};

Box::Box(Surroundings around, Weakness weakness, std::uint64_t seed)
    : around_(around),
      weakness_(weakness),
      chance_(seed),
      entropy_(chance_.seed()),
      durations_(clock_for(weakness, around.clock)) {
    vfs_.mount({}, chance_.seed());
    const auto opened = open();
    PREAU_CHECK(opened.has_value());
    const auto created =
        office::create_session(around_.stage.request(), around_.stage.office_trust(),
                               around_.stage.packs(), process_->room, *durations_, entropy_);
    PREAU_CHECK(created.has_value());
    session_ = *created;
    on_disk_ = live().size();
    expect_turn();
}

Box::~Box() = default;

bool Box::receive(const http::Request& request, http::Reply reply) {
    if (!is_up()) return false;
    note(fmt::format("> {} {} {} {}", name(request.method), request.path, request.idempotency_key,
                     request.body));
    waiting_.push_back({request, std::move(reply)});
    expect_turn();
    return true;
}

const room::LiveSession& Box::live() const { return *process_->room.sessions().front(); }

std::vector<record::Entry> Box::stored() {
    auto entries = process_->journal.load(around_.stage.authorisation.session);
    PREAU_CHECK(entries.has_value());
    return std::move(*entries);
}

void Box::expect_turn() {
    if (turn_expected_) return;
    turn_expected_ = true;
    const auto busy =
        waiting_.empty() ? kTimeStep : chance_.between(milliseconds(1), milliseconds(25));
    around_.scheduler.after(busy, [this] { turn(); });
}

void Box::turn() {
    turn_expected_ = false;
    if (!is_up()) return;
    const auto end = draw_end();
    if (!waiting_.empty()) serve_waiting(end);
    if (is_up()) follow_time(end);
    if (!is_up()) return;
    time_watch_.look(live(), around_.violations);
    expect_turn();
}

void Box::serve_waiting(End end) {
    if (end == End::before_serving) return die();
    std::vector<http::Response> responses;
    for (const auto& waiting : waiting_) responses.push_back(serve(waiting.request));
    if (weakness_ == Weakness::reply_before_commit) (void)reply_all(responses, End::regular);
    if (weakness_ == Weakness::announce_before_commit) process_->room.announce();
    if (!commit(end)) return;
    if (end == End::after_commit) return die();
    if (!reply_all(std::move(responses), end)) return;
    if (end == End::before_announcing) return die();
    process_->room.announce();
}

http::Response Box::serve(const http::Request& request) {
    ++around_.tally.requests;
    if (weakness_ == Weakness::command_ids_ignored)
        return api::serve(process_->world, with_fresh_command_id(process_->world, request));
    if (weakness_ == Weakness::retries_refused && is_retry(process_->world, request))
        return api::to_response(api::problem_of(exam::Refusal::already_answered));
    return api::serve(process_->world, request);
}

/// False when the box dies on the way.
bool Box::reply_all(std::vector<http::Response> responses, End end) {
    const auto waiting = std::exchange(waiting_, {});
    const auto last =
        end == End::among_replies ? chance_.random().below(waiting.size()) : waiting.size();
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (i == last) {
            die();
            return false;
        }
        note(fmt::format("< {} {}", responses[i].status, responses[i].body));
        waiting[i].reply(std::move(responses[i]));
    }
    return true;
}

void Box::follow_time(End end) {
    auto& process = *process_;
    const auto now = durations_->boot_now();
    if (now - process.time_followed < kTimeStep) return;
    process.time_followed = now;
    process.room.observe_time();
    if (!commit(end)) return;
    process.room.announce();
    const auto written = office::write_missing_bundles(
        process.room, process.journal, around_.stage.box(), *durations_, outbox_.path());
    PREAU_CHECK(written.has_value());
    if (now - process.seen_announced < kSeenStep) return;
    process.seen_announced = now;
    process.updates.announce_seen(live());
}

/// False when the box dies on the way.
bool Box::commit(End end) {
    if (end == End::before_commit) {
        die();
        return false;
    }
    std::optional<crash::Disk> cut;
    if (end == End::during_commit)
        vfs_.watch([this, &cut, left = chance_.between(0, 12)]() mutable {
            if (left-- == 0) cut = vfs_.disk();
        });
    if (end == End::disk_fails) vfs_.set_faults(draw_fault(8));
    const auto written = process_->room.commit();
    vfs_.watch(nullptr);
    if (cut) return die_leaving(std::move(*cut)), false;
    if (!written) {
        if (!vfs_.faults().struck())
            around_.violations.push_back("a sound disk fails: " + written.error().message);
        die();
        return false;
    }
    vfs_.set_faults({});
    on_disk_ = live().size();
    return true;
}

void Box::publish(const std::string& topic, const http::StreamEvent& event) {
    if (event.id > on_disk_)
        around_.violations.push_back(
            fmt::format("record {} is announced, {} are on the disk", event.id, on_disk_));
    const auto readers = readers_;  // a reader that ends takes itself off the list
    for (const auto& reader : readers)
        if (reader.topic == topic) reader.event(event);
}

void Box::die() { die_leaving(vfs_.disk()); }

void Box::die_leaving(crash::Disk disk) {
    const bool cut = chance_.one_in(2);
    power_was_cut_ = power_was_cut_ || cut;
    const auto damage = static_cast<crash::Damage>(chance_.random().below(crash::kDamages));
    left_ = cut ? disk.after_power_cut(damage, chance_.random()) : std::move(disk);
    note(cut ? "the power is cut" : "the box is killed");
    ++around_.tally.restarts;
    vfs_.set_faults({});
    process_.reset();
    waiting_.clear();
    for (auto& reader : std::exchange(readers_, {})) reader.ended();
    const auto outage = cut ? chance_.between(seconds(20), seconds(120))
                            : chance_.between(milliseconds(500), seconds(8));
    around_.scheduler.after(outage, [this] { start(); });
}

void Box::start() {
    vfs_.mount(left_, chance_.seed());
    if (std::exchange(power_was_cut_, false)) around_.clock.restart();
    const bool fails = !is_calm() && chance_.one_in(8);
    if (fails) vfs_.set_faults(draw_fault(60));
    time_watch_.restart();
    const auto opened = open();
    if (!opened && !vfs_.faults().struck())
        around_.violations.push_back("the box does not start: " + opened.error().message);
    if (!opened) return die();
    vfs_.set_faults({});
    on_disk_ = live().size();
    note(fmt::format("the box starts with {} records", on_disk_));
    expect_turn();
}

Result<void> Box::open() {
    auto journal = store::Journal::open(kDatabase, vfs_.name(), kWalBytesMax);
    if (!journal) return fail(std::move(journal.error()));
    process_ = std::make_unique<Process>(*this, std::move(*journal));
    if (auto opened = process_->room.open(); !opened) return opened;
    return process_->receipts.open(process_->room);
}

Box::End Box::draw_end() {
    if (is_calm() || !chance_.one_in(around_.plan.turns_between_deaths)) return End::regular;
    return static_cast<End>(chance_.between(1, 7));
}

crash::FaultPlan Box::draw_fault(std::int64_t operations_max) {
    const auto kind = static_cast<crash::FaultKind>(chance_.random().below(crash::kFaultKinds));
    const auto at = static_cast<std::uint64_t>(chance_.between(0, operations_max));
    return {kind, at, chance_.one_in(2)};
}

bool Box::is_calm() const { return around_.scheduler.now() >= around_.plan.calm_at; }

}  // namespace preau::sim
