// SPDX-License-Identifier: Apache-2.0
#include "tool/box_config.hpp"

#include <fmt/format.h>

namespace preau::tool {

namespace {

/// A TOML basic string.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += fmt::format("\\{}", c);
        else if (code < 0x20 || code == 0x7f)
            out += fmt::format("\\u{:04x}", code);
        else
            out += c;
    }
    return out + '"';
}

}  // namespace

std::string box_config(const BoxSettings& settings) {
    std::string text = "# Written at each start by preau.\n";
    const auto line = [&](const char* key, const std::string& value) {
        text += fmt::format("{} = {}\n", key, quoted(value));
    };
    line("name", settings.name);
    line("data", settings.data.string());
    line("web", settings.web.string());
    line("address", settings.address);
    text += fmt::format("port = {}\n", settings.port);
    line("network_mode", settings.network_mode);
    line("root", settings.root.string());
    text += "demo = true\n";
    return text;
}

}  // namespace preau::tool
