// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/foundation.hpp"
#include "seal/timestamp.hpp"
#include "support/manual_clock.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"
#include "unit/pack/signed_pack.hpp"

namespace preau::test {

/// The platform as a box knows it: one key for each role, two where two must sign.
struct PlatformKeys {
    PlatformKeys() {
        for (const auto role :
             {seal::Role::root, seal::Role::enrol, seal::Role::session, seal::Role::timestamp})
            for (int i = 0; i < (role == seal::Role::root ? 2 : 1); ++i)
                keys[role].push_back(seal::SigningKey::generate(entropy));
        keys[seal::Role::content] = content_keys();
        for (const auto role : {seal::Role::release, seal::Role::receipt, seal::Role::witness,
                                seal::Role::stored, seal::Role::publication})
            for (int i = 0; i < (role == seal::Role::release ? 2 : 1); ++i)
                keys[role].push_back(seal::SigningKey::generate(entropy));
    }

    seal::Root root(std::int64_t version = 1,
                    seal::Purpose purpose = seal::Purpose::production) const {
        seal::Root root;
        root.version = version;
        root.expires = {2'000'000'000'000};
        root.purpose = purpose;
        root.audience = "preau.example/central";
        for (const auto& [role, signers] : keys) {
            for (const auto& key : signers) root.roles[role].keys.push_back(key.public_key());
            root.roles[role].threshold = signers.size();
        }
        root.recipients = {{.name = "ingest",
                            .key = seal::EncryptionKey::generate(entropy).recipient(),
                            .not_before = {0},
                            .not_after = {2'000'000'000'000}},
                           {.name = "escrow",
                            .key = escrow_key().recipient(),
                            .not_before = {0},
                            .not_after = {2'000'000'000'000},
                            .escrow = true}};
        return root;
    }

    /// Signed by both root keys.
    std::string envelope(const seal::Root& root) const {
        constexpr std::string_view kType = "application/vnd.preau.root.v1+json";
        const auto payload = seal::write_root(root);
        const auto& signers = keys.at(seal::Role::root);
        const auto once = seal::sign_envelope(kType, as_bytes(payload), signers.front());
        return *seal::add_signature(once, kType, signers.back());
    }

    const seal::SigningKey& key(seal::Role role) const { return keys.at(role).front(); }

    mutable SeededEntropy entropy{21};
    std::map<seal::Role, std::vector<seal::SigningKey>> keys;
};

/// A box's folder and configuration, and the platform that made its root document.
struct BoxOfASchool {
    explicit BoxOfASchool(seal::Purpose purpose = seal::Purpose::production) {
        configuration.name = "BOX-TEST";
        configuration.data = folder.path() / "box";
        configuration.root = folder.path() / "root.json";
        write_bytes(configuration.root, platform.envelope(platform.root(1, purpose)));
        auto settled = app::settle(configuration, entropy);
        REQUIRE(settled);
        keys = std::make_unique<app::BoxKeys>(std::move(*settled));
    }

    Result<app::Trust> trust() const {
        return app::Trust::open(configuration, keys->signing.public_key());
    }
    void leave(const char* name, const std::string& envelope) const {
        write_bytes(configuration.inbox() / name, envelope);
    }

    TempDir folder;
    PlatformKeys platform;
    SeededEntropy entropy{22};
    ManualClock clock;
    app::Configuration configuration;
    std::unique_ptr<app::BoxKeys> keys;
};

}  // namespace preau::test
