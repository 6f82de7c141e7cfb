// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/bundle_fate.hpp"
#include "agent/chunk_size.hpp"
#include "agent/deliveries.hpp"
#include "agent/parcel.hpp"
#include "agent/platform_address.hpp"
#include "agent/platform_keys.hpp"

namespace preau::agent {

struct CourierConfig {
    std::filesystem::path outbox;  ///< `<session>.preau` and its note, written once by the box
    std::filesystem::path inbox;   ///< `<session>.receipt`, written once by the courier
    std::string central;           ///< "https://central.example"
    PlatformKeys keys{};  ///< a receipt that none of them has signed is not brought back at all
};

/// Carries sealed bundles to the platform and its receipts back. All it remembers is on the disk: a
/// bundle is delivered when its receipt lies in the inbox. Never changes nor removes a bundle.
class Courier {
  public:
    /// Client, clock and deliveries must outlive it and share its thread.
    Courier(CourierConfig config, HttpClient& client, Clock& clock, Deliveries& deliveries);

    /// From now on, these keys are the platform's.
    void believe(PlatformKeys keys) { config_.keys = std::move(keys); }

    /// Names (`<session>`) of the bundles without receipt.
    Result<std::set<std::string>> waiting() const;
    /// Sends what is missing of one, asks what became of it, brings its receipt back. Success: the
    /// receipt lies in the inbox. The deliveries say how it goes, and are written.
    Result<void, Obstacle> carry(const std::string& session);

  private:
    Result<void, Obstacle> attempt(const Parcel& parcel);
    Result<void, Obstacle> upload(const Parcel& parcel);
    Result<BundleFate, Obstacle> ask_fate(const Parcel& parcel);
    Result<void, Obstacle> take_fate(const Parcel& parcel, const BundleFate& fate);
    bool has_stored(const Parcel& parcel);
    Result<void, Obstacle> keep_stored(const Parcel& parcel, std::string_view note);
    Result<void, Obstacle> keep_receipt(const Parcel& parcel, std::string_view note);
    void show(const std::string& session, const Result<void, Obstacle>& outcome);

    CourierConfig config_;
    PlatformAddress platform_;
    HttpClient& client_;
    Clock& clock_;
    Deliveries& deliveries_;
    ChunkSize chunk_;
};

}  // namespace preau::agent
