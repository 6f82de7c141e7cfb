// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

#include <string>

namespace preau::seal {

/// The kernel's unpredictable bytes. Any thread.
class SystemEntropy : public Entropy {
  public:
    SystemEntropy();
    void fill(std::span<std::uint8_t> out) override;
};

/// What lets a browser or a program speak for someone: 128 bits in 32 hexadecimal digits. Its owner
/// keeps it, the box keeps its hash.
std::string random_token(Entropy& entropy);

}  // namespace preau::seal
