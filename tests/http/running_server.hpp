// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/server.hpp"
#include "support/http_client.hpp"

#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace preau::http {

/// Answers by a function of the test; without one, describes the request it got.
class ScriptedDispatcher final : public Dispatcher {
  public:
    using Script = std::function<void(Request, Reply)>;

    explicit ScriptedDispatcher(Script script = nullptr) : script_(std::move(script)) {}

    void dispatch(Request request, Reply reply) override {
        if (script_) return script_(std::move(request), std::move(reply));
        Response response;
        response.body = request.path + "?" + request.query + " " + request.body;
        reply(std::move(response));
    }

  private:
    Script script_;
};

/// A server on a free port of 127.0.0.1 and its thread, stopped at the end of the test.
class RunningServer {
  public:
    explicit RunningServer(ServerConfig config = {}, ScriptedDispatcher::Script script = nullptr)
        : dispatcher_(std::move(script)), server_(std::in_place, std::move(config), dispatcher_) {
        port_ = server_->listen().value();
        thread_ = std::thread([this] { server_->run(); });
    }
    ~RunningServer() { stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    /// Returns once the server has ended.
    void stop() {
        if (!thread_.joinable()) return;
        server_->stop();
        thread_.join();
    }
    void stop_and_destroy() {
        stop();
        server_.reset();
    }

    Server& server() { return *server_; }
    std::uint16_t port() const { return port_; }
    test::HttpClient connect() const { return test::HttpClient(port_); }

  private:
    ScriptedDispatcher dispatcher_;
    std::optional<Server> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

}  // namespace preau::http
