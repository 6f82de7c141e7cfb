// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/http_client.hpp"
#include "seal/verifier_key.hpp"

#include <filesystem>
#include <optional>
#include <set>

namespace preau::agent {

struct CourierConfig {
    std::filesystem::path outbox;  ///< `<session>.preau`, written once by the box
    std::filesystem::path inbox;   ///< `<session>.receipt`, written once by the courier
    std::string central;           ///< "https://central.example"
    /// Set: a receipt that this key has not signed is not brought back at all.
    std::optional<seal::VerifierKey> receipt_key;
};

/// What became of the bundles of one round.
struct Round {
    std::size_t delivered = 0;
    std::size_t refused = 0;  ///< the platform said no: somebody must look at its answer in the log
    std::size_t failed = 0;   ///< network or disk: worth another try
    Duration retry_after;     ///< what the platform asked for; 0 when it asked for nothing

    bool is_complete() const { return refused == 0 && failed == 0; }
};

/// Carries sealed bundles to the platform and its receipts back. All it remembers is on the disk: a
/// bundle is delivered when its receipt lies in the inbox. Never changes nor removes a bundle.
class Courier {
  public:
    /// The client must outlive it and shares its thread.
    Courier(CourierConfig config, HttpClient& client);

    /// Names (`<session>`) of the bundles without receipt.
    Result<std::set<std::string>> waiting() const;
    /// Tries each of them once.
    Round carry(const std::set<std::string>& sessions);

  private:
    /// Counts in the round what the platform said; an error when it did not say anything.
    Result<void> carry_one(const std::string& session, Round& round);
    Result<HttpAnswer> upload(ByteView bundle);
    Result<void> keep_receipt(const std::string& session, ByteView bundle, std::string_view note);

    CourierConfig config_;
    HttpClient& client_;
};

}  // namespace preau::agent
