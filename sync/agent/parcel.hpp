// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "base/ids.hpp"

#include <filesystem>
#include <set>

namespace preau::agent {

/// What the box leaves in its outbox for one sealed session.
struct Parcel {
    std::string session;  ///< 32 hexadecimal digits
    Bytes bundle;
    std::string note;  ///< of the sidecar, signed by the box
    Hash sha256{};     ///< of the bundle
};

/// Sessions with a bundle in the folder; temporary names and other files are none.
Result<std::set<std::string>> sessions_in(const std::filesystem::path& outbox);

/// Within the limits of the formats. Reads the bytes, believes nothing of them.
Result<Parcel> read_parcel(const std::filesystem::path& outbox, const std::string& session);

}  // namespace preau::agent
