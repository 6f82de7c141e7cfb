// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/ports.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace preau::office {

/// The door of the office's page: the code that `preau-box office-code` prints, against a token for
/// one browser. The box keeps the code's hash only, in a file, and the tokens in memory: a new
/// code, or a restart, ends them. One thread.
class OfficeDoor {
  public:
    explicit OfficeDoor(std::filesystem::path code_file) : code_file_(std::move(code_file)) {}

    /// Draws a code of 75 bits, XXXX-XXXX-XXXX-XXXX, in the place of the one before.
    static Result<std::string> renew_code(const std::filesystem::path& code_file, Entropy& entropy);

    /// A token when that is the code, however it is typed.
    std::optional<std::string> enter(std::string_view typed, Entropy& entropy);
    /// Given out for the code of today.
    bool knows(const Hash& token) const;

  private:
    struct Key {
        Hash token{}, code{};
    };
    std::optional<Hash> code() const;

    std::filesystem::path code_file_;
    std::vector<Key> keys_;
};

}  // namespace preau::office
