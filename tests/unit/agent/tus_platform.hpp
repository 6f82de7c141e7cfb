// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "support/loopback.hpp"

#include <map>
#include <optional>
#include <string>

namespace preau::agent {

/// A platform for tests: as much of tus 1.0.0 and of /v1/bundles/<sha256> as docs/formats/upload.md
/// says, strict about what it is sent, and scripted where a test wants it to misbehave.
class TusPlatform {
  public:
    struct Request {
        std::string method, path;
        std::map<std::string, std::string> headers;  ///< names in lower case
        std::string body;

        std::string header(const std::string& name) const {
            const auto found = headers.find(name);
            return found == headers.end() ? std::string() : found->second;
        }
    };
    struct Answer {
        int status = 200;
        std::vector<std::pair<std::string, std::string>> headers{};
        std::string body{};
    };
    /// Asked first; nothing: the platform answers as it should.
    using Script = std::function<std::optional<Answer>(const Request&)>;

    explicit TusPlatform(Script script = nullptr);

    std::uint16_t port() const { return loopback_.port(); }
    void go_away() { loopback_.stop(); }

    /// What GET /v1/bundles/<sha256> says once every byte is there.
    void decide(std::string state, std::string receipt, std::string title = "",
                std::string stored = "");
    /// Everything that arrived well-formed, in order.
    std::vector<Request> requests() const;
    std::size_t count(const std::string& method) const;
    /// Bytes of the upload of that hash; nothing when it is not whole.
    std::optional<Bytes> whole(const Hash& sha256) const;
    std::string note_of(const Hash& sha256) const;

  private:
    struct Upload {
        std::size_t length = 0;
        std::string note;
        Bytes bytes;
    };

    void serve(int socket);
    Answer respond(const Request& request);
    Answer create(const Request& request);
    Answer append(const Request& request, Upload& upload);
    Answer fate(const Upload& upload) const;
    Upload* find(const std::string& path);

    Script script_;
    mutable std::mutex mutex_;
    std::map<std::string, Upload> uploads_;  ///< by the hash in hexadecimal
    std::vector<Request> requests_;
    std::string state_ = "verifying", receipt_, title_, stored_;
    test::Loopback loopback_;
};

}  // namespace preau::agent
