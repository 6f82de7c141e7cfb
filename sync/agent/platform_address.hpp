// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace preau::agent {

/// Where the platform is: "https://central.example", maybe with a path before ours.
class PlatformAddress {
  public:
    explicit PlatformAddress(std::string base);

    /// Address of one of the platform's own paths ("/v1/root").
    std::string at(std::string_view path) const { return base_ + std::string(path); }
    /// Address that a `Location` means: its path alone, at the machine that was configured, so that
    /// no answer sends us elsewhere. Nothing when it is no plain path.
    std::optional<std::string> follow(std::string_view location) const;

  private:
    std::string base_;    ///< without a slash at its end
    std::string origin_;  ///< scheme, name and port of it
};

}  // namespace preau::agent
