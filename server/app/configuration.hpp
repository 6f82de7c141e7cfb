// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/rate_limits.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace preau::app {

/// What the box is told (docs/operations/configuration.md). An unknown key is an error.
struct Configuration {
    std::string name;            ///< of the box, "BOX-DEMO"
    std::filesystem::path data;  ///< everything the box writes is under it
    std::filesystem::path web;   ///< the built pages
    std::string address = "0.0.0.0";
    std::uint16_t port = 80;
    std::vector<std::string> hosts;  ///< names browsers may use; empty: any
    api::NetworkMode network_mode = api::NetworkMode::direct;
    std::filesystem::path root;  ///< the platform's root document, as it was installed
    bool demo = false;           ///< it is a demonstration's: results count for nobody
    std::string uai{};           ///< of the school, for the enrolment

    std::filesystem::path second_copy;  ///< where a stick is mounted; empty: no second copy

    std::filesystem::path database() const { return data / "box.db"; }
    std::filesystem::path convenience() const { return data / "convenience.db"; }
    std::filesystem::path signing_key() const { return data / "keys" / "sign.key"; }
    std::filesystem::path encryption_key() const { return data / "keys" / "encrypt.key"; }
    std::filesystem::path trust() const { return data / "trust"; }
    std::filesystem::path office_code() const { return data / "office.code"; }
    std::filesystem::path packs() const { return data / "packs"; }
    std::filesystem::path outbox() const { return data / "outbox"; }
    std::filesystem::path inbox() const { return data / "inbox"; }
};

Result<Configuration> read_configuration(const std::filesystem::path& file);

}  // namespace preau::app
