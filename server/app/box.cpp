// SPDX-License-Identifier: Apache-2.0
#include "app/box.hpp"

#include "app/version.hpp"
#include "base/log.hpp"
#include "office/outbox.hpp"

#include <thread>

namespace preau::app {

namespace {

constexpr Duration kPatience = milliseconds(250);
constexpr Duration kTimeStep = seconds(1);
constexpr Duration kSilenceStep = milliseconds(500);
constexpr Duration kSeenStep = seconds(5);
constexpr Duration kKeepStep = seconds(5);

/// systemd and `preau demo` start the box again on it.
constexpr int kDiskFailed = 3;

http::ServerConfig server_config(const Configuration& configuration) {
    http::ServerConfig config;
    config.address = configuration.address;
    config.port = configuration.port;
    config.hosts = configuration.hosts;
    if (configuration.network_mode == api::NetworkMode::nat) config.connections_per_address_max = 0;
    return config;
}

[[noreturn]] void exit_after(const Error& error) {
    log::error("disk.failed", {{"why", error.message}, {"then", "start again from the journal"}});
    std::_Exit(kDiskFailed);
}

}  // namespace

Box::Box(std::unique_ptr<Foundation> foundation, http::StaticFiles pages)
    : foundation_(std::move(foundation)),
      pages_(std::move(pages)),
      desk_(pages_),
      server_(server_config(foundation_->configuration), desk_),
      updates_(
          [this](std::string topic, http::StreamEvent event) {
              server_.publish(std::move(topic), std::move(event));
          },
          [this](std::string topic) { server_.end_streams(std::move(topic)); }, foundation_->clock),
      room_(foundation_->journal, foundation_->packs, foundation_->ports(), updates_),
      receipts_(foundation_->journal, foundation_->trust.root().verifiers(seal::Role::receipt)),
      retention_(receipts_,
                 {foundation_->configuration.outbox(), foundation_->configuration.inbox()}),
      rate_limits_(foundation_->configuration.network_mode),
      world_{room_,     foundation_->clock,       foundation_->entropy,  rate_limits_,
             receipts_, foundation_->convenience, std::string(kVersion), {}} {
    const auto& configuration = foundation_->configuration;
    world_.office_door = office::OfficeDoor(configuration.office_code());
    world_.outbox = configuration.outbox();
    world_.inbox = configuration.inbox();
    updates_.show_receipts(receipts_);
    updates_.show_seats(foundation_->convenience);
}

Result<std::unique_ptr<Box>> Box::open(Configuration configuration) {
    auto pages = http::StaticFiles::load(configuration.web);
    if (!pages) return fail(std::move(pages.error()));
    auto foundation = Foundation::open(std::move(configuration));
    if (!foundation) return fail(std::move(foundation.error()));
    std::unique_ptr<Box> box(new Box(std::move(*foundation), std::move(*pages)));
    if (auto started = box->start(); !started) return fail(std::move(started.error()));
    return box;
}

Result<void> Box::start() {
    if (auto opened = room_.open(); !opened) return opened;
    room_.take_back(foundation_->convenience);
    begin_copies();
    if (auto opened = receipts_.open(room_); !opened) return opened;
    auto port = server_.listen();
    if (!port) return fail(std::move(port.error()));
    port_ = *port;
    log::info("box.open", {{"port", std::to_string(port_)},
                           {"sessions", std::to_string(room_.sessions().size())},
                           {"locked", std::to_string(room_.locked_numbers().size())}});
    return {};
}

void Box::begin_copies() {
    const auto& configuration = foundation_->configuration;
    if (configuration.second_copy.empty()) return;
    const auto same_disk = configuration.demo ? store::SameDisk::allowed : store::SameDisk::refused;
    copy_thread_ = std::make_unique<store::CopyThread>(
        store::open_copy_folder(configuration.second_copy, configuration.database(), same_disk));
    copy_keeper_.emplace(
        room_, foundation_->journal,
        room::CopyKeeper::Ports{.worker = *copy_thread_,
                                .clock = foundation_->clock,
                                .entropy = foundation_->entropy,
                                .wake = [this] { desk_.wake(); },
                                .certificates = [this] { return foundation_->certificates(); }});
    room_.take_copies_from({copy_keeper_->shelf(), foundation_->trust.root(),
                            [this](const seal::Certificate& box, const std::string& document) {
                                return foundation_->other_boxes.keep(box, document);
                            }});
}

Result<void> Box::run() {
    std::thread room([this] { run_room(); });
    server_.run();
    desk_.close();
    room.join();
    if (auto closed = foundation_->journal.close(); !closed) return closed;
    log::info("box.closed");
    return {};
}

void Box::run_room() {
    while (!desk_.closed()) {
        serve_waiting(desk_.take(kPatience));
        follow_time();
        follow_silence();
        follow_copies();
        keep_conveniences();
    }
    conveniences_kept_ = {};
    keep_conveniences();
}

void Box::serve_waiting(std::deque<Waiting> waiting) {
    struct Served {
        http::Response response;
        const room::LiveSession* acknowledged = nullptr;
    };
    std::vector<Served> served;
    served.reserve(waiting.size());
    for (const auto& [request, reply] : waiting) {
        world_.acknowledged = nullptr;
        auto response = api::serve(world_, request);
        served.push_back({std::move(response), world_.acknowledged});
    }
    commit_or_exit();
    const auto now = foundation_->clock.boot_now();
    for (std::size_t i = 0; i < served.size(); ++i) {
        auto& [response, session] = served[i];
        if (session != nullptr)
            held_replies_.hold(*session, std::move(waiting[i].reply), std::move(response), now);
        else
            waiting[i].reply(std::move(response));
    }
    room_.announce();
}

void Box::commit_or_exit() {
    if (auto written = room_.commit(); !written) exit_after(written.error());
}

void Box::follow_time() {
    const auto now = foundation_->clock.boot_now();
    if (now - time_followed_ < kTimeStep) return;
    time_followed_ = now;
    room_.observe_time();
    commit_or_exit();
    room_.announce();
    carry_out_mail();
    if (now - seen_announced_ < kSeenStep) return;
    seen_announced_ = now;
    for (const auto& session : room_.sessions()) updates_.announce_seen(*session);
}

void Box::follow_silence() {
    const auto now = foundation_->clock.boot_now();
    if (now - silence_followed_ < kSilenceStep) return;
    silence_followed_ = now;
    room_.observe_silence();
    room_.announce();
}

/// What was committed goes to the second copies; what waited for that is answered.
void Box::follow_copies() {
    if (copy_keeper_) {
        if (auto followed = copy_keeper_->follow(); !followed) exit_after(followed.error());
    } else {
        room::tell_of_no_copy(room_);
    }
    commit_or_exit();
    held_replies_.release(foundation_->clock.boot_now());
    room_.announce();
}

/// Between two requests, and never on the disk before one is answered.
void Box::keep_conveniences() {
    const auto now = foundation_->clock.boot_now();
    if (now - conveniences_kept_ < kKeepStep) return;
    conveniences_kept_ = now;
    room_.keep(foundation_->convenience);
    foundation_->convenience.flush();
}

/// Bundles of sealed sessions go to the outbox, receipts come from the inbox.
void Box::carry_out_mail() {
    const auto& configuration = foundation_->configuration;
    if (auto taken =
            foundation_->trust.take_in(configuration.inbox(), foundation_->clock.wall_now());
        !taken)
        exit_after(taken.error());
    const office::Outbox outbox(configuration.outbox());
    const auto sender = foundation_->sender();
    auto written = office::write_missing_bundles(room_, foundation_->journal, sender, outbox);
    if (!written && !bundle_overdue_)  // tried again every second, said once
        log::error("bundle.not_written", {{"why", written.error().message}});
    bundle_overdue_ = !written;
    if (auto erased = office::erase_sent_answers(room_, foundation_->journal,
                                                 sender.box.key.public_key(), outbox);
        !erased)
        exit_after(erased.error());
    auto received = receipts_.collect(configuration.inbox(), room_);
    if (!received) exit_after(received.error());
    for (const auto* session : *received) updates_.announce(*session, {});
    const auto deleted = retention_.delete_delivered(room_, &foundation_->trust.root(),
                                                     foundation_->clock.wall_now());
    if (!deleted && !std::exchange(deletion_overdue_, true))
        log::error("bundle.not_deleted", {{"why", deleted.error().message}});
}

}  // namespace preau::app
