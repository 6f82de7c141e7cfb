// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/system_clock.hpp"
#include "central/counter.hpp"
#include "central/desk/desk.hpp"
#include "central/ingest.hpp"
#include "central/pack_shelf.hpp"
#include "central/reports.hpp"
#include "central/uploads.hpp"
#include "http/server.hpp"
#include "seal/entropy.hpp"

#include <atomic>
#include <memory>
#include <thread>

namespace preau::central {

struct PlatformConfig {
    std::filesystem::path data;
    std::filesystem::path packs;
    std::string database{};  ///< empty: an SQLite file in `data`
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    PackSource contents{};  ///< instead of `packs`; any thread

    std::string database_url() const;
};

/// The running platform: the network's thread, and those that examine bundles and read the
/// register, with the counter between them. Over PostgreSQL several threads work, each with its
/// connections, and several processes; over SQLite one of one.
class Platform {
  public:
    /// Opens keys and register, then the port.
    static Result<std::unique_ptr<Platform>> open(const PlatformConfig& config);

    std::uint16_t port() const { return port_; }
    /// Serves on this thread until stop(). An error when SQLite's file failed meanwhile: the
    /// program must be started again.
    Result<void> run();
    /// Any thread, or a signal handler.
    void stop() { server_.stop(); }

  private:
    /// What one working thread has for itself.
    struct Tools {
        Register register_of_sessions;
        Reports reports;
    };

    Platform(const PlatformConfig& config, sql::Engine engine, Keys keys, RoleKeys role_keys);

    Result<Tools> open_tools();
    void work(std::optional<Tools> tools);
    bool reach(std::optional<Tools>& tools);
    void give_up(std::optional<Tools>& tools);
    void do_chores(Tools& tools);
    Ingest ingest(Tools& tools);
    Uploads uploads(Tools& tools);
    http::Response answer(const http::Request& request, Tools& tools);
    std::optional<http::Response> answer_at_desk(const http::Request& request, Tools& tools);

    PlatformConfig config_;
    sql::Engine engine_;
    Keys keys_;
    RoleKeys role_keys_;
    Blobs blobs_;
    PackShelf packs_;
    SystemClock clock_;
    seal::SystemEntropy entropy_;
    DeskTries desk_tries_{clock_};
    std::optional<Tools> first_;
    std::atomic<bool> has_failed_ = false;
    Counter counter_;
    http::Server server_;
    std::uint16_t port_ = 0;
};

}  // namespace preau::central
