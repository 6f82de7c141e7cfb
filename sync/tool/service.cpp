// SPDX-License-Identifier: Apache-2.0
#include "tool/service.hpp"

#include "base/system_clock.hpp"
#include "tool/call_program.hpp"

#include <fmt/format.h>

#include <csignal>

namespace preau::tool {

namespace {

constexpr Duration kStartPatience = seconds(30);  // a box replays its journal first
constexpr Duration kStopPatience = seconds(10);
constexpr Duration kRecently = minutes(1);
constexpr std::size_t kRecentDeathsMax = 30;

}  // namespace

Service::Service(std::string name, ChildCommand command, Readiness readiness)
    : name_(std::move(name)), command_(std::move(command)), readiness_(readiness) {}

Result<void> Service::start() {
    process_.reset();
    auto process = ChildProcess::start(command_);
    if (!process) return fail(std::move(process.error()));
    process_ = std::move(*process);
    if (readiness_ == Readiness::once_started) return {};
    const auto ready = process_->read_line(kStartPatience);
    if (ready) return {};
    process_.reset();
    const auto said = last_words(command_.log);
    return fail(Error::environment(
        fmt::format("{} did not start: {}", name_, said.empty() ? ready.error().message : said)));
}

std::optional<ChildEnd> Service::ended() {
    return process_ ? process_->ended() : std::optional<ChildEnd>{};
}

Result<bool> Service::revive() {
    const auto end = ended();
    if (!end) return false;
    const auto now = SystemClock().boot_now();
    while (!deaths_.empty() && now - deaths_.front() > kRecently) deaths_.pop_front();
    deaths_.push_back(now);
    if (deaths_.size() > kRecentDeathsMax)
        return fail(Error::environment(fmt::format("{} keeps stopping ({}): see {}", name_,
                                                   end->text(), command_.log.string())));
    if (auto started = start(); !started) return fail(std::move(started.error()));
    return true;
}

void Service::kill() {
    if (process_) (void)process_->stop(Duration{});
}

void Service::stop() {
    if (process_) (void)process_->stop(kStopPatience);
    process_.reset();
}

Services::Services(const Installation& installation, const Ports& ports)
    : central("preau-central",
              {installation.programs().central,
               {"serve", "--data", installation.layout().central().string(), "--packs",
                installation.layout().central_packs().string(), "--address", ports.address,
                "--port", std::to_string(ports.central)},
               installation.layout().log("central")},
              Readiness::once_listening),
      box("preau-box",
          {installation.programs().box,
           {"serve", "--config", installation.layout().box_config().string()},
           installation.layout().log("box")},
          Readiness::once_listening),
      sync("preau-sync",
           {installation.programs().sync,
            {"--outbox", installation.layout().outbox().string(), "--inbox",
             installation.layout().inbox().string(), "--root",
             installation.layout().root_document().string(), "--central",
             fmt::format("http://{}:{}", ports.address == "0.0.0.0" ? "127.0.0.1" : ports.address,
                         ports.central)},
            installation.layout().log("sync")},
           Readiness::once_started) {}

Result<void> Services::start() {
    for (auto* service : {&central, &box, &sync})
        if (auto started = service->start(); !started) return started;
    return {};
}

void Services::stop() {
    for (auto* service : {&box, &sync, &central}) service->stop();
}

}  // namespace preau::tool
