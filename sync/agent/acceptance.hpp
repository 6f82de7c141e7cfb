// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/parcel.hpp"
#include "agent/platform_keys.hpp"

namespace preau::agent {

/// What makes a receipt one: the platform's receipt key has signed the last checkpoint of exactly
/// this session as this box keeps it. Without any key only the shape is checked. That size and
/// root are the journal's, the box checks again before it believes it.
Result<void> check_receipt(const Parcel& parcel, std::string_view receipt,
                           const PlatformKeys& keys);

/// What makes a note "stored": the platform's stored key states exactly these bytes. No other
/// statement of the platform passes for it, nor it for a receipt.
Result<void> check_stored(const Parcel& parcel, std::string_view note, const PlatformKeys& keys);

}  // namespace preau::agent
