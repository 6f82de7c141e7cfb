// SPDX-License-Identifier: Apache-2.0
#include "sim/box.hpp"

#include "api/problem.hpp"
#include "base/check.hpp"
#include "office/outbox.hpp"
#include "sim/api_reply.hpp"
#include "sim/weak_box.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace preau::sim {

namespace {

constexpr Duration kTimeStep = seconds(1);
constexpr Duration kSeenStep = seconds(5);
const std::string kDatabase = "box.db";

std::string_view method_name(http::Method method) {
    return method == http::Method::get ? "GET" : method == http::Method::put ? "PUT" : "POST";
}

}  // namespace

/// All that dies with the process.
struct Box::Process {
    Process(Box& box, store::Journal opened)
        : journal(std::move(opened)),
          vault(box.around_.stage.pack),
          updates([&box](const std::string& topic,
                         const http::StreamEvent& event) { box.publish(topic, event); },
                  [](const std::string&) {},  // the browsers here find out at their next heartbeat
                  *box.durations_),
          room(journal, vault, {box.around_.stage.box(), *box.durations_, box.entropy_}, updates),
          receipts(journal, {{.name = "preau.example/central", .type = {}, .key = {}}}),
          rate_limits(box.around_.plan.network_mode),
          world{room,     *box.durations_, box.entropy_, rate_limits,
                receipts, convenience,     "test",       {}} {
        updates.show_receipts(receipts);
        updates.show_seats(convenience);
    }

    store::Journal journal;
    test::SmallVault vault;
    api::LiveUpdates updates;
    room::Room room;
    office::Receipts receipts;
    store::Convenience convenience;  // of no test here: in memory only
    api::RateLimits rate_limits;
    api::World world;
    Duration time_followed;
    Duration seen_announced;
};

std::string_view Box::name(End end) {
    constexpr std::array<std::string_view, kEnds> names = {
        "between turns",    "before serving",  "before the commit", "during the commit",
        "of a failed disk", "before replying", "among the replies", "before announcing"};
    return names.at(static_cast<std::size_t>(end));
}

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
                               process_->vault, process_->room, *durations_, entropy_);
    PREAU_CHECK(created.has_value());
    PREAU_CHECK(unlock().has_value());
    session_ = *created;
    on_disk_ = live().size();
    expect_turn();
}

Box::~Box() = default;

bool Box::receive(const http::Request& request, http::Reply reply) {
    if (!is_up()) return false;
    note(fmt::format("> {} {} {} {}", method_name(request.method), request.path,
                     request.idempotency_key, request.body));
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
    if (end_ == End::regular) end_ = draw_end();  // stays until a turn can end that way
    if (!waiting_.empty()) serve_waiting();
    if (is_up()) follow_time();
    if (!is_up()) return;
    time_watch_.look(live(), around_.violations);
    expect_turn();
}

void Box::serve_waiting() {
    if (end_ == End::before_serving) return die();
    std::vector<http::Response> responses;
    for (const auto& waiting : waiting_) responses.push_back(serve(waiting.request));
    if (weakness_ == Weakness::reply_before_commit) (void)reply_all(responses);
    if (weakness_ == Weakness::announce_before_commit) process_->room.announce();
    if (!commit()) return;
    if (end_ == End::after_commit) return die();
    if (!waiting_.empty() && !reply_all(std::move(responses))) return;
    if (end_ == End::before_announcing) return die();
    process_->room.announce();
}

http::Response Box::serve(const http::Request& request) {
    ++around_.tally.requests;
    if (weakness_ == Weakness::command_ids_ignored)
        return api::serve(process_->world, with_fresh_command_id(process_->world, request));
    if (weakness_ == Weakness::act_keys_ignored)
        return api::serve(process_->world, with_fresh_act_key(request, around_.tally.requests));
    if (weakness_ == Weakness::reports_forgotten)
        return api::serve(process_->world, without_report(request));
    if (weakness_ == Weakness::focus_losses_forgotten)
        return api::serve(process_->world, without_focus_loss(request));
    if (weakness_ == Weakness::retries_refused && is_retry(process_->world, request))
        return api::to_response(api::problem_of(exam::Refusal::already_answered));
    return api::serve(process_->world, request);
}

/// False when the box dies on the way.
bool Box::reply_all(std::vector<http::Response> responses) {
    const auto waiting = std::exchange(waiting_, {});
    const auto last =
        end_ == End::among_replies ? chance_.random().below(waiting.size()) : waiting.size();
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (i == last) {
            die();
            return false;
        }
        note(fmt::format("< {} {}", responses[i].status, responses[i].body));
        if (responses[i].status >= 400) around_.tally.met.insert(refusal_code(responses[i]));
        waiting[i].reply(std::move(responses[i]));
    }
    return true;
}

void Box::follow_time() {
    auto& process = *process_;
    const auto now = durations_->boot_now();
    if (now - process.time_followed < kTimeStep) return;
    process.time_followed = now;
    process.room.observe_time();
    if (!commit()) return;
    process.room.announce();
    // What the platform would refuse is not written: the judge then finds no bundle.
    (void)office::write_missing_bundles(
        process.room, process.journal,
        {around_.stage.box(), *durations_, entropy_, {around_.stage.recipient_key.recipient()}},
        office::Outbox(outbox_.path()));
    if (now - process.seen_announced < kSeenStep) return;
    process.seen_announced = now;
    process.updates.announce_seen(live());
}

/// False when the box dies on the way.
bool Box::commit() {
    const bool writes = live().size() > on_disk_;
    if (end_ == End::before_commit && writes) return die(), false;
    if (end_ == End::during_commit) cut_within(12);
    if (end_ == End::disk_fails) vfs_.set_faults(draw_fault(8));
    const auto written = process_->room.commit();
    if (!survives("commit", written)) return false;
    on_disk_ = live().size();
    return true;
}

/// Takes a picture of the disk in the middle of what comes next, after some operation on it.
void Box::cut_within(std::int64_t operations) {
    vfs_.watch([this, left = chance_.between(0, operations)]() mutable {
        if (left-- == 0) cut_ = vfs_.disk();
    });
}

/// Otherwise the box dies: the power was cut on the way, or the disk failed.
bool Box::survives(std::string_view intent, const Result<void>& done) {
    vfs_.watch(nullptr);
    if (!done && !vfs_.faults().struck())
        around_.violations.push_back(fmt::format("{}: {}", intent, done.error().message));
    if (cut_) return die_leaving(*std::exchange(cut_, std::nullopt)), false;
    if (!done) return die(), false;
    vfs_.set_faults({});
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
    around_.tally.met.insert(fmt::format("box died {}", name(end_)));
    end_ = End::regular;
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
    const auto outage = cut ? chance_.between(seconds(15), seconds(60))
                            : chance_.between(milliseconds(500), seconds(8));
    around_.scheduler.after(outage, [this] { start(); });
}

void Box::start() {
    vfs_.mount(left_, chance_.seed());
    if (std::exchange(power_was_cut_, false)) around_.clock.restart();
    const auto luck = is_calm() ? 0 : chance_.between(0, 9);
    if (luck == 1) vfs_.set_faults(draw_fault(60));
    if (luck == 2) cut_within(60);
    time_watch_.restart();
    if (!survives("start", open())) return;
    on_disk_ = live().size();
    note(fmt::format("the box starts with {} records", on_disk_));
    expect_turn();
}

Result<void> Box::open() {
    auto journal = store::Journal::open(kDatabase, vfs_.name(), kWalBytesMax);
    if (!journal) return fail(std::move(journal.error()));
    process_ = std::make_unique<Process>(*this, std::move(*journal));
    if (auto opened = process_->room.open(); !opened) return opened;
    if (auto unlocked = unlock(); !unlocked) return unlocked;
    return process_->receipts.open(process_->room);
}

/// The invigilator has the code of the day at hand.
Result<void> Box::unlock() {
    for (const auto& number : process_->room.locked_numbers())
        if (const auto unlocked = process_->room.unlock(number, test::kDayCode); !unlocked)
            return fail(Error::environment(unlocked.error().detail));
    return process_->room.commit();
}

Box::End Box::draw_end() {
    if (is_calm() || !chance_.one_in(around_.plan.turns_between_deaths)) return End::regular;
    return static_cast<End>(chance_.between(1, kEnds - 1));
}

crash::FaultPlan Box::draw_fault(std::int64_t operations_max) {
    const auto kind = static_cast<crash::FaultKind>(chance_.random().below(crash::kFaultKinds));
    const auto at = static_cast<std::uint64_t>(chance_.between(0, operations_max));
    return {kind, at, chance_.one_in(2)};
}

bool Box::is_calm() const { return around_.scheduler.now() >= around_.plan.calm_at; }

}  // namespace preau::sim
