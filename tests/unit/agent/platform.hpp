// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/courier.hpp"
#include "base/file.hpp"
#include "base/random.hpp"
#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "support/manual_clock.hpp"
#include "support/temp_dir.hpp"
#include "unit/agent/tus_platform.hpp"

namespace preau::agent {

inline const std::string kSession = "00112233445566778899aabbccddeeff";
inline const std::string kOtherSession = "ff112233445566778899aabbccddeeff";
inline const std::string kReceiptKeyName = "preau.example/central/receipt";
inline const std::string kNote = "preau.example/bundle/v1\nas the box signed it\n";

inline const seal::SigningKey& key_of_platform() {
    static const auto key = seal::SigningKey::from_seed({7});
    return key;
}

inline const seal::SigningKey& stored_key() {
    static const auto key = seal::SigningKey::from_seed({9});
    return key;
}

inline const std::string kStoredKeyName = "preau.example/central/stored";

inline PlatformKeys platform_keys() {
    using seal::NoteKeyType;
    return {{{kReceiptKeyName, NoteKeyType::cosignature_v1, key_of_platform().public_key()}},
            {{kStoredKeyName, NoteKeyType::ed25519, stored_key().public_key()}}};
}

inline std::string stored_note(ByteView bundle) {
    return seal::sign_stored({seal::sha256(bundle), bundle.size(), 1'800'000'000}, kStoredKeyName,
                             stored_key());
}

inline std::string sealing_note(const std::string& session = kSession) {
    static const auto key = seal::SigningKey::from_seed({1});
    return seal::sign_checkpoint({"preau.example/box/BOX-1/session/" + session, 3, {}},
                                 "preau.example/box/BOX-1/e1", key);
}

inline std::string receipt_for(const std::string& note) {
    return seal::cosign(note, kReceiptKeyName, key_of_platform(), 1'800'000'000).value();
}

/// Bytes like those of a sealed bundle: without any order.
inline Bytes sealed_bytes(std::size_t count) {
    Bytes bytes(count);
    SplitMix64 random(count);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
    return bytes;
}

/// An outbox, an inbox, and a courier between them and a platform's port.
class Post {
  public:
    explicit Post(std::uint16_t port)
        : client_({.answer_bytes_max = 64 * 1024, .stall_timeout = seconds(2)}),
          deliveries_(folder_.path() / "inbox" / "deliveries.json", clock_) {
        std::filesystem::create_directories(outbox());
        std::filesystem::create_directories(inbox());
        courier_.emplace(CourierConfig{outbox(), inbox(), address(port), platform_keys()}, client_,
                         clock_, deliveries_);
    }

    void put(const Bytes& bundle, const std::string& session = kSession) {
        REQUIRE(write_file(outbox() / (session + ".preau.sig"), as_bytes(kNote)));
        REQUIRE(write_file(outbox() / (session + ".preau"), bundle));
    }
    Trouble carry(const std::string& session = kSession) {
        const auto outcome = courier_->carry(session);
        return outcome ? Trouble::none : outcome.error().trouble;
    }

    std::filesystem::path outbox() const { return folder_.path() / "outbox"; }
    std::filesystem::path inbox() const { return folder_.path() / "inbox"; }
    std::string receipt(const std::string& session = kSession) const {
        const auto bytes = read_file(inbox() / (session + ".receipt"), 10'000);
        return bytes ? std::string(as_text(*bytes)) : std::string();
    }
    std::string shown() const {
        const auto bytes = read_file(inbox() / "deliveries.json", 100'000);
        return bytes ? std::string(as_text(*bytes)) : std::string();
    }
    Courier& courier() { return *courier_; }
    Deliveries& deliveries() { return deliveries_; }
    test::ManualClock& clock() { return clock_; }

  private:
    static std::string address(std::uint16_t port) {
        return "http://127.0.0.1:" + std::to_string(port) + "/";
    }

    test::TempDir folder_;
    test::ManualClock clock_;
    HttpClient client_;
    Deliveries deliveries_;
    std::optional<Courier> courier_;
};

}  // namespace preau::agent
