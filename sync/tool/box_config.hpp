// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace preau::tool {

struct BoxSettings {
    std::string name{};
    std::filesystem::path data{};  ///< absolute, as web
    std::filesystem::path web{};
    std::filesystem::path root{};  ///< the platform's root document, a demonstration's
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string network_mode = "direct";
};

/// The text of preau-box's configuration file.
std::string box_config(const BoxSettings& settings);

}  // namespace preau::tool
