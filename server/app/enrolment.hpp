// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/foundation.hpp"

namespace preau::app {

/// What the platform needs to certify this box: both public keys, the machine, the school; signed
/// by the box. Each call asks anew.
std::string make_request(const Configuration& configuration, const BoxKeys& keys, Clock& clock,
                         Entropy& entropy);

}  // namespace preau::app
