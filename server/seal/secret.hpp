// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/ports.hpp"

#include <filesystem>
#include <memory>

namespace preau::seal {

/// Memory that is neither swapped nor dumped, wiped when it goes. Zero at first.
class SecretMemory {
  public:
    explicit SecretMemory(std::size_t bytes);

    std::span<std::uint8_t> bytes() { return {memory_.get(), size_}; }
    ByteView view() const { return {memory_.get(), size_}; }

  private:
    struct Wipe {
        void operator()(std::uint8_t* memory) const;
    };

    std::unique_ptr<std::uint8_t, Wipe> memory_;
    std::size_t size_;
};

/// N secret bytes; the tag keeps one key from being taken for another. Moves, is never copied.
template <std::size_t N, class Tag>
class Secret {
  public:
    Secret() : memory_(N) {}
    static Secret generate(Entropy& entropy) {
        Secret secret;
        entropy.fill(secret.bytes());
        return secret;
    }
    static Secret of(std::span<const std::uint8_t, N> bytes) {
        Secret secret;
        std::copy(bytes.begin(), bytes.end(), secret.bytes().begin());
        return secret;
    }

    std::span<std::uint8_t> bytes() { return memory_.bytes(); }
    ByteView view() const { return memory_.view(); }

  private:
    SecretMemory memory_;
};

/// For a copy of a secret on the stack or in a text: overwrites it, whatever the compiler thinks.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);

/// The text of a key file, straight into locked memory. Refused: one that others than its owner can
/// read, and one larger than bytes_max.
Result<SecretMemory> read_secret_file(const std::filesystem::path& path, std::size_t bytes_max);

/// Mode 0600. Never overwrites: a lost key is lost.
Result<void> write_secret_file(const std::filesystem::path& path, std::string_view text);

}  // namespace preau::seal
