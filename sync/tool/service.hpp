// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/child_process.hpp"
#include "tool/installation.hpp"

#include <deque>

namespace preau::tool {

/// How a service is known to be up.
enum class Readiness { once_started, once_listening };

/// A program that serves until it is stopped, and is started again when it dies. Main thread.
class Service {
  public:
    Service(std::string name, ChildCommand command, Readiness readiness);

    const std::string& name() const { return name_; }
    /// Returns once it is up; the error repeats the last thing it said.
    Result<void> start();
    /// How it ended, if it was started and runs no more.
    std::optional<ChildEnd> ended();
    /// Starts again what has died, unless it keeps dying. True when it had to.
    Result<bool> revive();
    /// SIGKILL, as a power cut would.
    void kill();
    /// SIGTERM, time to close what it has open, then SIGKILL.
    void stop();

  private:
    std::string name_;
    ChildCommand command_;
    Readiness readiness_;
    std::optional<ChildProcess> process_;
    std::deque<Duration> deaths_;  ///< the recent ones, on the boot clock
};

/// Where the services of an installation listen.
struct Ports {
    std::string address = "127.0.0.1";
    std::uint16_t box = 0;
    std::uint16_t central = 0;
};

/// The three of them, stopped in the order that lets a bundle on its way arrive.
struct Services {
    Service central;
    Service box;
    Service sync;

    Services(const Installation& installation, const Ports& ports);
    Result<void> start();
    void stop();
    std::vector<Service*> all() { return {&box, &central, &sync}; }
};

}  // namespace preau::tool
