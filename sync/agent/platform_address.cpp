// SPDX-License-Identifier: Apache-2.0
#include "agent/platform_address.hpp"

#include <algorithm>

namespace preau::agent {

namespace {

constexpr std::size_t kPathBytesMax = 512;

/// Bytes of "https://name:port"; everything when no path follows.
std::size_t origin_bytes(std::string_view address) {
    const auto scheme = address.find("://");
    const auto name = scheme == address.npos ? 0 : scheme + 3;
    return std::min(address.find('/', name), address.size());
}

}  // namespace

PlatformAddress::PlatformAddress(std::string base) : base_(std::move(base)) {
    while (base_.ends_with('/')) base_.pop_back();
    origin_ = base_.substr(0, origin_bytes(base_));
}

std::optional<std::string> PlatformAddress::follow(std::string_view location) const {
    if (location.starts_with("http://") || location.starts_with("https://"))
        location.remove_prefix(origin_bytes(location));
    const auto is_plain = [](char c) { return c > ' ' && c < '\x7f' && c != '#' && c != '\\'; };
    if (!location.starts_with('/') || location.starts_with("//") ||
        location.size() > kPathBytesMax || !std::ranges::all_of(location, is_plain))
        return std::nullopt;
    return origin_ + std::string(location);
}

}  // namespace preau::agent
