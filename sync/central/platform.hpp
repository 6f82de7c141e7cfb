// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/system_clock.hpp"
#include "central/counter.hpp"
#include "central/ingest.hpp"
#include "central/pack_shelf.hpp"
#include "central/reports.hpp"
#include "http/server.hpp"

#include <memory>

namespace preau::central {

struct PlatformConfig {
    std::filesystem::path data;
    std::filesystem::path packs;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
};

/// The running platform: the network's thread, and one that examines bundles and reads the
/// register, with the counter between them.
class Platform {
  public:
    /// Opens keys and register, then the port.
    static Result<std::unique_ptr<Platform>> open(const PlatformConfig& config);

    std::uint16_t port() const { return port_; }
    /// Serves on this thread until stop(). An error when the register failed meanwhile: the
    /// program must be started again.
    Result<void> run();
    /// Any thread, or a signal handler.
    void stop() { server_.stop(); }

  private:
    Platform(const PlatformConfig& config, Keys keys, Register opened, Reports reports);

    void work();

    Keys keys_;
    Register register_;
    Reports reports_;
    Blobs blobs_;
    PackShelf packs_;
    SystemClock clock_;
    Ingest ingest_;
    Counter counter_;
    http::Server server_;
    std::uint16_t port_ = 0;
};

}  // namespace preau::central
