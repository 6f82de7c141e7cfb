// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace preau::tool {

/// Whose signatures the box believes, as `preau-central init` printed them.
struct CentralKeys {
    std::string session_key;
    std::string content_key;
    std::string receipt_key;
};

struct BoxSettings {
    std::string name{};
    std::filesystem::path data{};  ///< absolute, as web
    std::filesystem::path web{};
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string network_mode = "direct";
};

/// The text of preau-box's configuration file.
std::string box_config(const BoxSettings& settings, const CentralKeys& keys);

}  // namespace preau::tool
