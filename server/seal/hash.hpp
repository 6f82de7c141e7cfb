// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <initializer_list>

namespace preau::seal {

Hash sha256(ByteView bytes);

/// Of the parts put end to end.
Hash sha256(std::initializer_list<ByteView> parts);

}  // namespace preau::seal
