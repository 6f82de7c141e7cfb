// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/server.hpp"
#include "http/static_files.hpp"

#include <filesystem>

namespace preau::tool {

/// Shows a folder to the browsers of this machine, and to no other.
class PreviewServer : public http::Dispatcher {
  public:
    static Result<std::unique_ptr<PreviewServer>> open(const std::filesystem::path& folder,
                                                       std::uint16_t port);

    std::uint16_t port() const { return port_; }
    void run() { server_.run(); }
    void stop() { server_.stop(); }  ///< any thread

    void dispatch(http::Request request, http::Reply reply) override;

  private:
    PreviewServer(http::StaticFiles files, std::uint16_t port);

    http::StaticFiles files_;
    http::Server server_;
    std::uint16_t port_ = 0;
};

}  // namespace preau::tool
