// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/courier.hpp"
#include "base/file.hpp"
#include "http/running_server.hpp"
#include "seal/bundle.hpp"
#include "seal/checkpoint.hpp"
#include "seal/hash.hpp"
#include "support/temp_dir.hpp"

namespace preau::agent {

inline const std::string kSession = "00112233445566778899aabbccddeeff";
inline const std::string kReceiptKeyName = "preau.example/central/receipt";

inline const seal::SigningKey& key_of_platform() {
    static const auto key = seal::SigningKey::from_seed({7});
    return key;
}

inline std::string sealing_note() {
    static const auto key = seal::SigningKey::from_seed({1});
    return seal::sign_checkpoint({"preau.example/box/BOX-1/session/" + kSession, 3, {}},
                                 "preau.example/box/BOX-1/e1", key);
}

/// The bytes of a bundle: the courier looks at its note only.
inline Bytes small_bundle() {
    return seal::write_bundle({.manifest = "manifest",
                               .authorisation = "authorisation",
                               .headers = std::vector<ByteArray<128>>(4),
                               .payloads = {},
                               .note = sealing_note()});
}

inline std::string receipt_for(const std::string& note) {
    return seal::cosign(note, kReceiptKeyName, key_of_platform(), 1'800'000'000).value();
}

/// An outbox, an inbox and a platform that answers what the test says.
class Post {
  public:
    explicit Post(std::function<http::Response(const http::Request&)> script)
        : server_(server_config(), [this, script](http::Request request, http::Reply reply) {
              requests_.push_back(request);
              reply(script(request));
          }) {
        std::filesystem::create_directories(folder_.path() / "outbox");
        std::filesystem::create_directories(folder_.path() / "inbox");
    }

    void put_bundle(const std::string& session = kSession) {
        REQUIRE(write_file(folder_.path() / "outbox" / (session + ".preau"), small_bundle()));
    }
    std::filesystem::path receipt(const std::string& session = kSession) const {
        return folder_.path() / "inbox" / (session + ".receipt");
    }
    CourierConfig config() const {
        return {folder_.path() / "outbox", folder_.path() / "inbox",
                "http://127.0.0.1:" + std::to_string(server_.port()) + "/", std::nullopt};
    }
    /// Only while no request is under way.
    const std::vector<http::Request>& requests() const { return requests_; }
    void go_away() { server_.stop(); }

  private:
    static http::ServerConfig server_config() {
        http::ServerConfig config;
        config.body_bytes_max = [](http::Method, std::string_view) { return 1024 * 1024u; };
        return config;
    }

    test::TempDir folder_;
    std::vector<http::Request> requests_;
    http::RunningServer server_;
};

inline http::Response answer(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

}  // namespace preau::agent
