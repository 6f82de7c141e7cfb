// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"

#include <cstdint>
#include <string>

namespace preau::tool {

/// Refused, with what to do, when another program listens there or the system forbids it.
Result<void> check_port_is_free(const std::string& address, std::uint16_t port);

/// A free port under those that the kernel gives to outgoing connections: nobody takes it while
/// a server that died is started again on it.
Result<std::uint16_t> find_free_port(const std::string& address, Entropy& entropy);

}  // namespace preau::tool
